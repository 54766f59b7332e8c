// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.event;

import io.crossline.core.abi.Signature;
import io.crossline.core.reflect.RecordShape;
import io.crossline.ipc.abi.AbiArguments;
import io.crossline.messaging.Bytes32;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events of a gateway, with the Solidity types and names of their parameters.
 *
 * <p>Thread-safe.
 */
public enum GatewayEventType {
  /** A message goes down to a child; {@code id} is its tracing id. */
  NEW_TOP_DOWN_MESSAGE(GatewayEvent.NewTopDownMessage.class, "subnet", "id"),
  /** A message was put into the batch of an epoch. */
  QUEUED_BOTTOM_UP_MESSAGE(GatewayEvent.QueuedBottomUpMessage.class, "id"),
  /** A message for another network waits for the next hop. */
  MESSAGE_STORED_IN_POSTBOX(GatewayEvent.MessageStoredInPostbox.class, "id"),
  /** A message went on to the next hop; its id is not indexed (trap 22). */
  MESSAGE_PROPAGATED_FROM_POSTBOX(GatewayEvent.MessagePropagatedFromPostbox.class),
  /** Declared upstream and never emitted. */
  NEW_BOTTOM_UP_MSG_BATCH(GatewayEvent.NewBottomUpMsgBatch.class, "epoch"),
  /** A child was killed; its id is empty unless it registered again meanwhile (traps 23, 33). */
  SUBNET_DESTROYED(GatewayEvent.SubnetDestroyed.class),
  /** A checkpoint was committed: what it stands for. */
  STATE_COMMITMENT_CREATED(GatewayEvent.StateCommitmentCreated.class),
  /** A checkpoint was committed: its bottom-up messages. */
  BOTTOM_UP_BATCH_RECORDED(GatewayEvent.BottomUpBatchRecorded.class),
  /** A checkpoint was committed: the activity of validators. */
  ACTIVITY_ROLLUP_RECORDED(GatewayEvent.ActivityRollupRecorded.class);

  private static final Map<Class<?>, GatewayEventType> BY_EVENT =
      Stream.of(values()).collect(Collectors.toMap(type -> type.event, Function.identity()));

  private final Class<? extends Record> event;
  private final Signature signature;
  private final List<String> indexed;

  /** The event is a record that has its name, whose components are its parameters. */
  <E extends Record & GatewayEvent> GatewayEventType(Class<E> event, String... indexed) {
    this.event = event;
    String[] names = RecordShape.of(event).names().toArray(String[]::new);
    this.signature = Signature.parse(event.getSimpleName() + AbiArguments.of(event).types(names));
    this.indexed = List.of(indexed);
  }

  /** The type of the events of a class. */
  static GatewayEventType of(Class<? extends GatewayEvent> event) {
    return Objects.requireNonNull(BY_EVENT.get(event));
  }

  Class<? extends Record> event() {
    return event;
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
