// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonNull;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.rpc.JsonRpc;
import io.crossline.core.rpc.RpcErrorException;
import io.crossline.core.rpc.RpcName;
import io.crossline.core.rpc.RpcReader;
import io.crossline.core.rpc.RpcWriter;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.Felt;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the answer of {@code starknet_getMessagesStatus} (JSON-RPC 0.10): what L2 made of a
 * message that a transaction of L1 sent. The entries stand in the order of sending. A transaction
 * of L1 that the node does not know gives {@link StarknetErrors#TXN_HASH_NOT_FOUND}; an entry
 * without a transaction is passed over.
 *
 * <p>Immutable and thread-safe.
 *
 * @param transactionHash the L1_HANDLER transaction
 * @param finalityStatus how far it is
 * @param executionStatus what it came to; nothing while it has not run
 * @param failureReason why it reverted
 */
public record RpcMessageStatus(
    Felt transactionHash,
    RpcName<FinalityStatus> finalityStatus,
    Optional<RpcName<ExecutionStatus>> executionStatus,
    Optional<String> failureReason) {
  /**
   * How far a transaction of L2 is, in the words of JSON-RPC 0.5 to 0.10.
   *
   * <p>Thread-safe.
   */
  public enum FinalityStatus {
    /** The node has it. */
    RECEIVED,
    /** The sequencer refused it; since JSON-RPC 0.9 nodes do not say so any more. */
    REJECTED,
    /** The sequencer is to try it. */
    CANDIDATE,
    /** It ran, and its block is not closed yet. */
    PRE_CONFIRMED,
    /** It is in a block of L2. A message that it handles is still pending on L1. */
    ACCEPTED_ON_L2,
    /** A state update brought its block to L1. */
    ACCEPTED_ON_L1
  }

  /**
   * What a transaction of L2 came to, in the words of JSON-RPC 0.10.
   *
   * <p>Thread-safe.
   */
  public enum ExecutionStatus {
    /** It did what it was to do. */
    SUCCEEDED,
    /** It failed. An L1_HANDLER that failed consumes nothing: its message stays pending on L1. */
    REVERTED
  }

  /**
   * Reads an answer.
   *
   * @param json an array, with or without an envelope of JSON-RPC; fields that are not known are
   *     passed over
   * @return its entries, in order
   * @throws MalformedInputException if it is no such array, with the place; an {@link
   *     RpcErrorException} if the answer is an error
   */
  public static List<RpcMessageStatus> parse(String json) {
    return read(JsonRpc.answer("messages status", json));
  }

  /**
   * Reads an answer out of a document.
   *
   * @param value the array
   * @return its entries, in order
   * @throws InvalidJsonException if it is no such array, with the place
   */
  public static List<RpcMessageStatus> read(JsonValue value) {
    return value.asArray().items().stream()
        .map(JsonValue::asObject)
        .filter(RpcMessageStatus::hasTransaction)
        .map(RpcMessageStatus::entry)
        .toList();
  }

  /** Juno lists a handler that has not run as an entry of zeros. */
  private static boolean hasTransaction(JsonObject entry) {
    JsonValue hash = entry.required("transaction_hash");
    return !(hash instanceof JsonNull) && !NodeReader.felt(hash).isZero();
  }

  private static RpcMessageStatus entry(JsonObject entry) {
    return new RpcMessageStatus(
        NodeReader.felt(entry.required("transaction_hash")),
        RpcName.read(entry.required("finality_status"), FinalityStatus.values()),
        RpcReader.optional(
            entry, "execution_status", status -> RpcName.read(status, ExecutionStatus.values())),
        RpcReader.told(entry, JsonValue::asText, "failure_reason"));
  }

  /**
   * An answer as nodes write it.
   *
   * @param entries the entries, in order
   * @return one line of JSON, which {@link #parse} reads back
   */
  public static String toJson(List<RpcMessageStatus> entries) {
    return RpcWriter.toJson(entries.stream().map(RpcMessageStatus::written).toList());
  }

  private RpcWriter written() {
    return new RpcWriter()
        .word("transaction_hash", transactionHash)
        .text("finality_status", finalityStatus)
        .textIfAny("execution_status", executionStatus)
        .textIfAny("failure_reason", failureReason);
  }
}
