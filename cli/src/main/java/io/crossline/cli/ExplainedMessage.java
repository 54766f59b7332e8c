// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.rpc.EthLog;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import io.crossline.starknet.storage.CoreSlot;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message, and what the logs given say of it. Messages to L1 of equal content share a hash and
 * are one here, which says how many of them there are.
 */
final class ExplainedMessage {
  /**
   * A log about the message.
   *
   * @param event the event that it is
   * @param log the log
   */
  record Seen(CoreEvent event, EthLog log) {}

  private final Direction direction;
  private final Bytes32 hash;
  private final Optional<L2ToL1Message> toL1;
  private final List<Seen> seen = new ArrayList<>();
  private Optional<L1ToL2Message> toL2;

  private ExplainedMessage(
      Direction direction,
      Bytes32 hash,
      Optional<L1ToL2Message> toL2,
      Optional<L2ToL1Message> toL1) {
    this.direction = direction;
    this.hash = hash;
    this.toL2 = toL2;
    this.toL1 = toL1;
  }

  /** The message that an event is about; nothing if it is about the state. */
  static Optional<ExplainedMessage> of(CoreEvent event) {
    if (event instanceof CoreEvent.ToL2 about) {
      L1ToL2Message toL2 = about.message();
      return Optional.of(
          new ExplainedMessage(
              Direction.L1_TO_L2, toL2.hash(), Optional.of(toL2), Optional.empty()));
    } else if (event instanceof CoreEvent.ToL1 about) {
      L2ToL1Message toL1 = about.message();
      return Optional.of(
          new ExplainedMessage(
              Direction.L2_TO_L1, toL1.hash(), Optional.empty(), Optional.of(toL1)));
    }
    return Optional.empty();
  }

  /** Takes one more event of this message. Only the event of sending tells the fee. */
  void see(CoreEvent event, EthLog log) {
    seen.add(new Seen(event, log));
    if (event instanceof LogMessageToL2 sent) {
      toL2 = Optional.of(sent.message());
    }
  }

  Direction direction() {
    return direction;
  }

  Bytes32 hash() {
    return hash;
  }

  /** The message, if it goes to L2. */
  Optional<L1ToL2Message> toL2() {
    return toL2;
  }

  /** The message, if it goes to L1. */
  Optional<L2ToL1Message> toL1() {
    return toL1;
  }

  List<Seen> seen() {
    return seen;
  }

  /** Where the core contract keeps what it knows of the message. */
  Bytes32 storageSlot() {
    return direction == Direction.L1_TO_L2
        ? CoreSlot.L1_TO_L2_MESSAGES.slot(hash)
        : CoreSlot.L2_TO_L1_MESSAGES.slot(hash);
  }

  /** What the logs tell. A removed one never happened. */
  MessageStatus status() {
    if (seen.stream().allMatch(one -> one.log().removed())) {
      return MessageStatus.ROLLED_BACK;
    }
    return toL2.map(this::statusToL2).orElseGet(this::statusToL1);
  }

  /**
   * A message that was consumed or cancelled is gone for ever, so that the order does not matter.
   */
  private MessageStatus statusToL2(L1ToL2Message message) {
    if (count(ConsumedMessageToL2.class) > 0) {
      return MessageStatus.SETTLED;
    } else if (count(MessageToL2Canceled.class) > 0) {
      return MessageStatus.CANCELLED;
    } else if (count(MessageToL2CancellationStarted.class) > 0) {
      return MessageStatus.CANCELLATION_REQUESTED;
    }
    return message.isFelts() ? MessageStatus.SENT : MessageStatus.LEFT_OUT;
  }

  private MessageStatus statusToL1() {
    return toConsume() > 0 ? MessageStatus.CONSUMABLE : MessageStatus.CONSUMED;
  }

  /** How many equal messages to L1 came and were not consumed. */
  long toConsume() {
    return Math.max(0, count(LogMessageToL1.class) - count(ConsumedMessageToL1.class));
  }

  private long count(Class<? extends CoreEvent> event) {
    return seen.stream().filter(one -> isStanding(one, event)).count();
  }

  private static boolean isStanding(Seen one, Class<? extends CoreEvent> event) {
    return event.isInstance(one.event()) && !one.log().removed();
  }

  /** When cancellation was last asked for, in seconds since 1970, if the node has told. */
  Optional<UInt64> requestedAt() {
    return seen.stream()
        .filter(one -> isStanding(one, MessageToL2CancellationStarted.class))
        .reduce((earlier, later) -> later)
        .flatMap(one -> one.log().blockTimestamp());
  }

  /** Whether the core contract would take a cancellation, as far as the logs tell. */
  boolean isPending() {
    MessageStatus status = status();
    return status == MessageStatus.SENT
        || status == MessageStatus.LEFT_OUT
        || status == MessageStatus.CANCELLATION_REQUESTED;
  }
}
