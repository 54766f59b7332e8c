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
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
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
 * @param transaction the transaction; its nonce is 0 if none is told
 * @param hasNonce whether a nonce is told; before Starknet 0.7 messages had none
 */
public record RpcL1HandlerTransaction(
    Optional<Felt> transactionHash, L1HandlerTransaction transaction, boolean hasNonce) {
  private static final String TYPE = "L1_HANDLER";
  private static final String VERSION = "0x0";

  /** Why a message of before Starknet 0.7 has no hash that can be told. */
  public static final String BEFORE_NONCES =
      "the message is of before Starknet 0.7 and has no nonce; nodes disagree whether its hash"
          + " leaves the nonce out or has 0 in its place";

  /**
   * A transaction with the hash of today's formula.
   *
   * @param transaction the transaction
   * @return the transaction with its hash
   */
  public static RpcL1HandlerTransaction of(L1HandlerTransaction transaction) {
    return new RpcL1HandlerTransaction(
        Optional.of(transaction.transactionHash()), transaction, true);
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
    Optional<Felt> version = RpcReader.optional(transaction, "version", NodeReader::felt);
    if (version.filter(found -> !found.isZero()).isPresent()) {
      throw transaction
          .required("version")
          .invalid("an L1_HANDLER has version 0x0, found " + version.get());
    }
    Optional<Felt> nonce = RpcReader.optional(transaction, "nonce", NodeReader::felt);
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
            nonce.orElse(Felt.ZERO),
            chain.id()),
        nonce.isPresent());
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
        .wordIfAny("nonce", Optional.of(transaction.nonce()).filter(told -> hasNonce))
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

  /**
   * The hash by which L1 knows the message.
   *
   * @return the hash; nothing where {@link #whyNoMessageHash} says why it is not known
   */
  public Optional<Bytes32> messageHash() {
    return whyNoMessageHash().isPresent()
        ? Optional.empty()
        : Optional.of(transaction.message().hash());
  }

  /**
   * Why the message hash is not known.
   *
   * @return the reason; nothing if {@link #messageHash} gives the hash
   */
  public Optional<String> whyNoMessageHash() {
    if (!EthAddress.fits(transaction.fromAddress())) {
      return Optional.of(
          "calldata[0] is "
              + transaction.fromAddress()
              + ", which is no address of L1 (must be below 2^160)");
    }
    return !hasNonce || isOfBeforeNonces() ? Optional.of(BEFORE_NONCES) : Optional.empty();
  }

  /** Nodes print 0 for a nonce that there was not; then the hash tells. */
  private boolean isOfBeforeNonces() {
    return transaction.nonce().isZero()
        && hashFormula().filter(HashFormula.INVOKE::equals).isPresent();
  }
}
