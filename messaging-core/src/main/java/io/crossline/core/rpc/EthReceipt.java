// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;

/**
 * What became of a transaction, as {@code eth_getTransactionReceipt} reports it: the part of it
 * that messages are about. Immutable.
 *
 * @param transactionHash the transaction
 * @param succeeded its status; a transaction that failed (0) emitted nothing
 * @param blockNumber the number of its block
 * @param blockHash the hash of its block
 * @param transactionIndex which transaction of its block it is, from 0
 * @param from the account that sent it
 * @param to the contract that it called; nothing if it deployed one
 * @param logs its logs, in order, of whatever contracts
 */
public record EthReceipt(
    Bytes32 transactionHash,
    boolean succeeded,
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
   * @param json the receipt, with or without an envelope of JSON-RPC; fields that are not known are
   *     passed over
   * @return the receipt
   * @throws MalformedInputException if it is no receipt, with the place; an {@link
   *     RpcErrorException} if the answer is an error
   */
  public static EthReceipt parse(String json) {
    return read(JsonRpc.answer("receipt", json));
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
    Bytes32 transactionHash = RpcReader.hash(receipt.required("transactionHash"));
    return new EthReceipt(
        transactionHash,
        status(receipt.required("status")),
        RpcReader.optional(receipt, "blockNumber", RpcReader::quantity),
        RpcReader.optional(receipt, "blockHash", RpcReader::hash),
        RpcReader.optional(receipt, "transactionIndex", RpcReader::quantity),
        RpcReader.optional(receipt, "from", RpcReader::address),
        RpcReader.optional(receipt, "to", RpcReader::address),
        RpcReader.list(receipt.required("logs"), log -> log(log, transactionHash)));
  }

  private static boolean status(JsonValue value) {
    UInt64 status = RpcReader.quantity(value);
    if (status.compareTo(UInt64.ONE) > 0) {
      throw value.invalid("must be 0x1 (succeeded) or 0x0 (failed), found " + status.toHexString());
    }
    return status.equals(UInt64.ONE);
  }

  private static EthLog log(JsonValue value, Bytes32 transactionHash) {
    EthLog log = EthLog.read(value);
    Bytes32 emittedBy = log.transactionHash().orElse(transactionHash);
    if (!emittedBy.equals(transactionHash)) {
      throw value.invalid(
          "the log is of transaction " + emittedBy + ", the receipt of " + transactionHash);
    }
    return log;
  }

  /**
   * The receipt as nodes write it, without what is not kept here: gas, bloom, type.
   *
   * @return one line of JSON, which {@link #parse} reads back; null stands for what is not known
   */
  public String toJson() {
    return new RpcWriter()
        .text("transactionHash", transactionHash)
        .wordOrNull("transactionIndex", transactionIndex)
        .textOrNull("blockHash", blockHash)
        .wordOrNull("blockNumber", blockNumber)
        .textOrNull("from", from)
        .textOrNull("to", to)
        .text("status", succeeded ? "0x1" : "0x0")
        .list("logs", logs.stream().map(EthLog::written).toList())
        .toJson();
  }
}
