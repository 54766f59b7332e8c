// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonBoolean;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;

/**
 * What became of a transaction, as {@code eth_getTransactionReceipt} reports it and as ethers and
 * viem write it: the part of it that messages are about. What is not told is nothing. Immutable.
 *
 * @param transactionHash the transaction
 * @param status whether it succeeded; a transaction that failed emitted nothing. Receipts of before
 *     Byzantium, and those of some private chains, do not tell
 * @param blockNumber the number of its block
 * @param blockHash the hash of its block
 * @param transactionIndex which transaction of its block it is, from 0
 * @param from the account that sent it
 * @param to the contract that it called; nothing if it deployed one
 * @param logs its logs, in order, of whatever contracts; what they do not tell of where they stand,
 *     the receipt tells
 */
public record EthReceipt(
    Optional<Bytes32> transactionHash,
    Optional<Boolean> status,
    Optional<UInt64> blockNumber,
    Optional<Bytes32> blockHash,
    Optional<UInt64> transactionIndex,
    Optional<EthAddress> from,
    Optional<EthAddress> to,
    List<EthLog> logs) {
  /** Copies the logs. */
  public EthReceipt {
    logs = List.copyOf(logs);
  }

  /**
   * Reads a receipt.
   *
   * @param json the receipt, in any of the envelopes that {@link EthReader} knows; fields that are
   *     not known are passed over
   * @return the receipt
   * @throws MalformedInputException if it is no receipt or several, with the place; an {@link
   *     RpcErrorException} if the answer is an error
   */
  public static EthReceipt parse(String json) {
    return EthReader.one("receipt", json, EthReader::receipts);
  }

  /**
   * Reads receipts, as {@code eth_getBlockReceipts} answers.
   *
   * @param json the array, in any of the envelopes that {@link EthReader} knows
   * @return the receipts, in order
   * @throws MalformedInputException if one is no receipt, with the place; an {@link
   *     RpcErrorException} if the answer is an error
   */
  public static List<EthReceipt> parseAll(String json) {
    return EthReader.receipts("receipts", json);
  }

  /**
   * Reads a receipt out of a document.
   *
   * @param value the receipt
   * @return the receipt
   * @throws InvalidJsonException if it is no receipt, with the place
   */
  public static EthReceipt read(JsonValue value) {
    JsonObject receipt = value.asObject();
    EthReceipt head =
        new EthReceipt(
            RpcReader.toldHash(receipt, "transactionHash", "hash"),
            RpcReader.optional(receipt, "status", EthReceipt::status),
            RpcReader.told(receipt, RpcReader::quantity, "blockNumber"),
            RpcReader.toldHash(receipt, "blockHash"),
            RpcReader.told(receipt, RpcReader::quantity, "transactionIndex", "index"),
            RpcReader.told(receipt, RpcReader::address, "from"),
            RpcReader.told(receipt, RpcReader::address, "to"),
            List.of());
    List<EthLog> logs =
        RpcReader.optional(receipt, "logs", all -> RpcReader.list(all, log -> head.log(log)))
            .orElse(List.of());
    if (logs.isEmpty() && RpcReader.isNothing(receipt, "logs") && head.mayHaveLogs()) {
      throw receipt.invalid("field \"logs\" is missing");
    }
    return head.with(logs);
  }

  /** In numbers as nodes write it, in words as viem does. */
  private static boolean status(JsonValue value) {
    if (value instanceof JsonBoolean bool) {
      return bool.value();
    }
    if (value instanceof JsonText text) {
      if (text.value().equals("success")) {
        return true;
      } else if (text.value().equals("reverted")) {
        return false;
      }
    }
    UInt64 status = RpcReader.quantity(value);
    if (status.compareTo(UInt64.ONE) > 0) {
      throw value.invalid("must be 0x1 (succeeded) or 0x0 (failed), found " + status.toHexString());
    }
    return status.equals(UInt64.ONE);
  }

  private EthLog log(JsonValue value) {
    EthLog log = EthLog.read(value);
    if (log.transactionHash().or(() -> transactionHash).equals(transactionHash)) {
      return log.within(this);
    }
    return log.withDefect(
        value.place()
            + ": the log is of transaction "
            + log.transactionHash().orElseThrow()
            + ", the receipt of "
            + transactionHash.map(Bytes32::toString).orElse("none"));
  }

  private EthReceipt with(List<EthLog> found) {
    return new EthReceipt(
        transactionHash, status, blockNumber, blockHash, transactionIndex, from, to, found);
  }

  /**
   * Whether the transaction may have emitted something.
   *
   * @return false if it is told that it failed
   */
  public boolean mayHaveLogs() {
    return status.orElse(true);
  }

  /**
   * The receipt as nodes write it, without what is not kept here: gas, bloom, type.
   *
   * @return one line of JSON, which {@link #parse} reads back; null stands for what is not known
   */
  public String toJson() {
    return new RpcWriter()
        .textOrNull("transactionHash", transactionHash)
        .wordOrNull("transactionIndex", transactionIndex)
        .textOrNull("blockHash", blockHash)
        .wordOrNull("blockNumber", blockNumber)
        .textOrNull("from", from)
        .textOrNull("to", to)
        .textOrNull("status", status.map(succeeded -> succeeded ? "0x1" : "0x0"))
        .list("logs", logs.stream().map(EthLog::written).toList())
        .toJson();
  }
}
