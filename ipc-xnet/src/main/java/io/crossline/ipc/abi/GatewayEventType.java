// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

import io.crossline.core.abi.Signature;
import io.crossline.messaging.Bytes32;
import java.util.List;
import java.util.Optional;

/** The events of a gateway, with the Solidity types and names of their parameters. */
public enum GatewayEventType {
  /** A message goes down to a child; {@code id} is its tracing id. */
  NEW_TOP_DOWN_MESSAGE(
      signature(
          "NewTopDownMessage",
          "address subnet",
          IpcForms.ENVELOPE.type() + " message",
          "bytes32 id"),
      "subnet",
      "id"),
  /** A message was put into the batch of an epoch. */
  QUEUED_BOTTOM_UP_MESSAGE(signature("QueuedBottomUpMessage", "bytes32 id"), "id"),
  /** A message for another network waits for the next hop. */
  MESSAGE_STORED_IN_POSTBOX(signature("MessageStoredInPostbox", "bytes32 id"), "id"),
  /** A message went on to the next hop; its id is not indexed (trap 22). */
  MESSAGE_PROPAGATED_FROM_POSTBOX(signature("MessagePropagatedFromPostbox", "bytes32 id")),
  /** Declared upstream and never emitted. */
  NEW_BOTTOM_UP_MSG_BATCH(signature("NewBottomUpMsgBatch", "uint256 epoch"), "epoch"),
  /** A child was killed; its id is empty unless it registered again meanwhile (traps 23, 33). */
  SUBNET_DESTROYED(signature("SubnetDestroyed", IpcForms.SUBNET_ID.type() + " id")),
  /** A checkpoint was committed: what it stands for. */
  STATE_COMMITMENT_CREATED(
      signature(
          "StateCommitmentCreated",
          "uint64 checkpointHeight",
          IpcForms.STATE_COMMITMENT.type() + " breakdown")),
  /** A checkpoint was committed: its bottom-up messages. */
  BOTTOM_UP_BATCH_RECORDED(
      signature(
          "BottomUpBatchRecorded", "uint64 checkpointHeight", IpcForms.ENVELOPES.type() + " msgs")),
  /** A checkpoint was committed: the activity of validators. */
  ACTIVITY_ROLLUP_RECORDED(
      signature(
          "ActivityRollupRecorded",
          "uint64 checkpointHeight",
          IpcForms.ACTIVITY_ROLLUP.type() + " rollup"));

  private final Signature signature;
  private final List<String> indexed;

  GatewayEventType(Signature signature, String... indexed) {
    this.signature = signature;
    this.indexed = List.of(indexed);
  }

  private static Signature signature(String name, String... parameters) {
    return Signature.parse(name + "(" + String.join(", ", parameters) + ")");
  }

  /**
   * Name and parameters, in upstream's order.
   *
   * @return the signature
   */
  public Signature signature() {
    return signature;
  }

  /**
   * The parameters that stand in topics, in order; the others stand in the data.
   *
   * @return their names
   */
  public List<String> indexed() {
    return indexed;
  }

  /**
   * The first topic.
   *
   * @return the hash of the canonical signature
   */
  public Bytes32 topic() {
    return signature.topic();
  }

  /**
   * Finds an event by its first topic.
   *
   * @param topic the first topic of a log
   * @return the event, if it is one of these
   */
  public static Optional<GatewayEventType> byTopic(Bytes32 topic) {
    for (GatewayEventType type : values()) {
      if (type.topic().equals(topic)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Upstream's own name. */
  @Override
  public String toString() {
    return signature.name();
  }
}
