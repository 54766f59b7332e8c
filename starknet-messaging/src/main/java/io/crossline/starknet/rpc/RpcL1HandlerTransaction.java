// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.rpc.JsonRpc;
import io.crossline.core.rpc.RpcErrorException;
import io.crossline.core.rpc.RpcReader;
import io.crossline.core.rpc.RpcWriter;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.Felt;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.l2.L1HandlerTransaction;
import io.crossline.starknet.l2.L1HandlerTransaction.HashFormula;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An L1_HANDLER transaction as nodes of L2 report it (JSON-RPC 0.10, L1_HANDLER_TXN). It has no
 * signature and no fee.
 *
 * <p>Immutable and thread-safe.
 *
 * @param transactionHash the hash that the node gives, which some answers leave out
 * @param transaction the transaction
 */
public record RpcL1HandlerTransaction(
    Optional<Felt> transactionHash, L1HandlerTransaction transaction) {
  private static final String TYPE = "L1_HANDLER";
  private static final String VERSION = "0x0";

  /**
   * A transaction with the hash of today's formula.
   *
   * @param transaction the transaction
   * @return the transaction with its hash
   */
  public static RpcL1HandlerTransaction of(L1HandlerTransaction transaction) {
    return new RpcL1HandlerTransaction(Optional.of(transaction.transactionHash()), transaction);
  }

  /**
   * Reads a transaction.
   *
   * @param json the transaction, with or without an envelope of JSON-RPC; fields that are not known
   *     are passed over
   * @param chain the network, whose id takes part in the hash and does not stand in the answer
   * @return the transaction
   * @throws MalformedInputException if it is no L1_HANDLER transaction, with the place; an {@link
   *     RpcErrorException} if the answer is an error
   */
  public static RpcL1HandlerTransaction parse(String json, StarknetChain chain) {
    return read(JsonRpc.answer("transaction", json), chain);
  }

  /**
   * Reads a transaction out of a document.
   *
   * @param value the transaction
   * @param chain the network
   * @return the transaction
   * @throws InvalidJsonException if it is no L1_HANDLER transaction, with the place
   */
  public static RpcL1HandlerTransaction read(JsonValue value, StarknetChain chain) {
    JsonObject transaction = value.asObject();
    RpcReader.requireText(transaction.required("type"), TYPE);
    JsonValue version = transaction.required("version");
    if (!NodeReader.felt(version).isZero()) {
      throw version.invalid("an L1_HANDLER has version 0x0, found " + version.asText());
    }
    JsonValue calldata = transaction.required("calldata");
    List<Felt> felts = RpcReader.list(calldata, NodeReader::felt);
    if (felts.isEmpty()) {
      throw calldata.invalid("must not be empty: the first felt is the L1 sender");
    }
    return new RpcL1HandlerTransaction(
        RpcReader.optional(transaction, "transaction_hash", NodeReader::felt),
        new L1HandlerTransaction(
            NodeReader.felt(transaction.required("contract_address")),
            NodeReader.selector(transaction.required("entry_point_selector")),
            felts,
            NodeReader.felt(transaction.required("nonce")),
            chain.id()));
  }

  /**
   * The transaction as nodes write it.
   *
   * @return one line of JSON, which {@link #parse} reads back
   */
  public String toJson() {
    return new RpcWriter()
        .wordIfAny("transaction_hash", transactionHash)
        .text("type", TYPE)
        .text("version", VERSION)
        .word("nonce", transaction.nonce())
        .word("contract_address", transaction.contractAddress())
        .word("entry_point_selector", transaction.entryPointSelector())
        .words("calldata", transaction.calldata())
        .toJson();
  }

  /**
   * Which formula gives the hash that the node gave.
   *
   * @return the formula; nothing if there is no hash, or if it is the hash of another transaction
   *     or on another network
   */
  public Optional<HashFormula> hashFormula() {
    return transactionHash.flatMap(
        hash ->
            Arrays.stream(HashFormula.values())
                .filter(formula -> transaction.transactionHash(formula).equals(hash))
                .findFirst());
  }
}
