// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.rpc.LogBook;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageStatus;
import java.util.Optional;

/** How many standing logs of each kind there are of a message, and what they come to. */
final class MessageCounts {
  private final Direction direction;
  private final boolean deliverable;
  private int sent;
  private int consumed;
  private int started;
  private int cancelled;
  private boolean removed;

  MessageCounts(Direction direction, boolean deliverable) {
    this.direction = direction;
    this.deliverable = deliverable;
  }

  /** Takes a log; a pending one is no fact, and a removed one never happened. */
  void take(CoreEvent event, LogBook.News news, boolean isRemoved) {
    if (news == LogBook.News.REMOVED) {
      add(event, -1);
      removed = true;
    } else if (news == LogBook.News.RESTORED || news == LogBook.News.NEW && !isRemoved) {
      add(event, 1);
    } else if (news == LogBook.News.NEW) {
      removed = true;
    }
  }

  private void add(CoreEvent event, int by) {
    if (event instanceof ConsumedMessageToL2 || event instanceof ConsumedMessageToL1) {
      consumed += by;
    } else if (event instanceof MessageToL2CancellationStarted) {
      started += by;
    } else if (event instanceof MessageToL2Canceled) {
      cancelled += by;
    } else {
      sent += by;
    }
  }

  /** What the logs tell; nothing if there are only pending ones. */
  Optional<MessageStatus> status() {
    if (sent + consumed + started + cancelled == 0) {
      return removed ? Optional.of(MessageStatus.ROLLED_BACK) : Optional.empty();
    }
    return Optional.of(direction == Direction.L1_TO_L2 ? statusToL2() : statusToL1());
  }

  /**
   * A message that was consumed or cancelled is gone for ever, so that the order does not matter.
   */
  private MessageStatus statusToL2() {
    if (consumed > 0) {
      return MessageStatus.SETTLED;
    } else if (cancelled > 0) {
      return MessageStatus.CANCELLED;
    } else if (started > 0) {
      return MessageStatus.CANCELLATION_REQUESTED;
    }
    return deliverable ? MessageStatus.SENT : MessageStatus.LEFT_OUT;
  }

  private MessageStatus statusToL1() {
    return toConsume() > 0 ? MessageStatus.CONSUMABLE : MessageStatus.CONSUMED;
  }

  /** How many equal messages to L1 came and were not consumed. */
  int toConsume() {
    return Math.max(0, sent - consumed);
  }

  /** The counts as the numbers of a row, behind what else stands in it. */
  void store(RowWriter row) {
    row.set(0, sent);
    row.set(1, consumed);
    row.set(2, started);
    row.set(3, cancelled);
    row.set(4, (deliverable ? 1 : 0) | (removed ? 2 : 0));
  }

  /** The counts out of the numbers of a row. */
  static MessageCounts load(Direction direction, RowReader row) {
    MessageCounts counts = new MessageCounts(direction, (row.get(4) & 1) != 0);
    counts.sent = row.get(0);
    counts.consumed = row.get(1);
    counts.started = row.get(2);
    counts.cancelled = row.get(3);
    counts.removed = (row.get(4) & 2) != 0;
    return counts;
  }

  /** How many numbers {@link #store} writes. */
  static final int NUMBERS = 5;

  /** Writes the numbers of a row. */
  interface RowWriter {
    void set(int number, int value);
  }

  /** Reads the numbers of a row. */
  interface RowReader {
    int get(int number);
  }
}
