// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.event;

import io.crossline.ipc.ActivityRollup;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;

/**
 * What a gateway tells the world, as values; both ways to and from {@link Log}.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public sealed interface GatewayEvent {
  /**
   * A message goes down to a child.
   *
   * @param subnet the child's actor
   * @param message the message, with its nonces
   * @param id its tracing id
   */
  record NewTopDownMessage(EthAddress subnet, IpcEnvelope message, Bytes32 id)
      implements GatewayEvent {}

  /**
   * A message was put into the batch of an epoch.
   *
   * @param id its tracing id
   */
  record QueuedBottomUpMessage(Bytes32 id) implements GatewayEvent {}

  /**
   * A message for another network waits for the next hop.
   *
   * @param id its tracing id
   */
  record MessageStoredInPostbox(Bytes32 id) implements GatewayEvent {}

  /**
   * A message went on to the next hop.
   *
   * @param id the tracing id of the message as it was stored
   */
  record MessagePropagatedFromPostbox(Bytes32 id) implements GatewayEvent {}

  /**
   * Declared upstream and never emitted.
   *
   * @param epoch the epoch
   */
  record NewBottomUpMsgBatch(UInt256 epoch) implements GatewayEvent {}

  /**
   * A child was killed.
   *
   * @param id its id as it stands after the deletion, so mostly empty
   */
  record SubnetDestroyed(SubnetId id) implements GatewayEvent {}

  /**
   * A checkpoint was committed: what it stands for.
   *
   * @param checkpointHeight the block that did it
   * @param breakdown what it stands for
   */
  record StateCommitmentCreated(UInt64 checkpointHeight, StateCommitment breakdown)
      implements GatewayEvent {}

  /**
   * A checkpoint was committed: its bottom-up messages.
   *
   * @param checkpointHeight the block that did it
   * @param msgs the messages
   */
  record BottomUpBatchRecorded(UInt64 checkpointHeight, List<IpcEnvelope> msgs)
      implements GatewayEvent {
    /** Copies the messages. */
    public BottomUpBatchRecorded {
      msgs = List.copyOf(msgs);
    }
  }

  /**
   * A checkpoint was committed: the activity of validators.
   *
   * @param checkpointHeight the block that did it
   * @param rollup the activity
   */
  record ActivityRollupRecorded(UInt64 checkpointHeight, ActivityRollup rollup)
      implements GatewayEvent {}

  /**
   * Which event it is.
   *
   * @return its type
   */
  default GatewayEventType type() {
    return GatewayEventType.of(getClass());
  }

  /**
   * The log that a gateway emits for it.
   *
   * @param gateway the gateway
   * @return the log
   */
  default Log toLog(EthAddress gateway) {
    return GatewayEventCodec.write(gateway, this);
  }

  /**
   * Reads a log.
   *
   * @param log any log
   * @return the event; nothing if its first topic is of no event of a gateway
   * @throws MalformedInputException if it is, but the other topics or the data do not fit
   */
  static Optional<GatewayEvent> parse(Log log) {
    return GatewayEventCodec.read(log);
  }
}
