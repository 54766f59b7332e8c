// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.rpc.EthLog;
import io.crossline.core.rpc.LogBook;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import io.crossline.starknet.storage.CoreSlot;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageStatus;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
   * @param isPending whether it is no fact, because its transaction is in no block
   */
  record Seen(CoreEvent event, EthLog log, boolean isPending) {
    /** Whether it is the same event of the same transaction, as far as that is told. */
    boolean isOfTransaction(Seen other) {
      return event.getClass() == other.event.getClass()
          && log.transactionHash().equals(other.log.transactionHash());
    }
  }

  private static final Set<MessageStatus> CANCELLABLE =
      EnumSet.of(MessageStatus.SENT, MessageStatus.LEFT_OUT, MessageStatus.CANCELLATION_REQUESTED);

  private final Direction direction;
  private final Bytes32 hash;
  private final Optional<L2ToL1Message> toL1;
  private final MessageCounts counts;
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
    this.counts = new MessageCounts(direction, toL2.map(L1ToL2Message::isFelts).orElse(true));
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

  /** Takes one more log of this message. Only the event of sending tells the fee. */
  void see(CoreEvent event, EthLog log, LogBook.News news) {
    Seen now = new Seen(event, log, news == LogBook.News.PENDING);
    int known = news == LogBook.News.NEW ? pendingOf(now) : placeOf(now, news);
    if (known < 0) {
      seen.add(now);
    } else if (news != LogBook.News.PENDING) {
      seen.set(known, now);
    }
    counts.take(event, news, log.removed());
    if (event instanceof LogMessageToL2 sent) {
      toL2 = Optional.of(sent.message());
    }
  }

  /** Where a log stands that was seen while its transaction was in no block. */
  private int pendingOf(Seen now) {
    for (int i = 0; i < seen.size(); i++) {
      if (seen.get(i).isPending() && seen.get(i).isOfTransaction(now)) {
        return i;
      }
    }
    return -1;
  }

  private int placeOf(Seen now, LogBook.News news) {
    for (int i = 0; i < seen.size(); i++) {
      Seen one = seen.get(i);
      if (one.isOfTransaction(now)
          && (news == LogBook.News.PENDING
              || (news == LogBook.News.MOVED
                  ? !one.log().blockHash().equals(now.log().blockHash())
                  : one.log().logIndex().equals(now.log().logIndex())))) {
        return i;
      }
    }
    return -1;
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

  /** What the logs tell; nothing if they are all pending. */
  Optional<MessageStatus> status() {
    return counts.status();
  }

  MessageCounts counts() {
    return counts;
  }

  private static boolean isStanding(Seen one, Class<? extends CoreEvent> event) {
    return event.isInstance(one.event()) && !one.log().removed() && !one.isPending();
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
    return status().filter(CANCELLABLE::contains).isPresent();
  }

  /** Whether the clock of a cancellation runs. */
  boolean isCancellationRequested() {
    return status().filter(MessageStatus.CANCELLATION_REQUESTED::equals).isPresent();
  }

  /** Whether the core contract would let it be consumed, as far as the logs tell. */
  boolean isConsumable() {
    return status().filter(MessageStatus.CONSUMABLE::equals).isPresent();
  }
}
