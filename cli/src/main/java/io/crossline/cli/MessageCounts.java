// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.rpc.LogBook;
import io.crossline.core.rpc.RecentTable;
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
  /** How many numbers of a row {@link #store} writes. */
  static final int NUMBERS = 5;

  private static final int DELIVERABLE = 1;
  private static final int ROLLED_BACK = 2;

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

  /** The counts as the first numbers of a row. */
  void store(RecentTable table, int row) {
    table.set(row, 0, sent);
    table.set(row, 1, consumed);
    table.set(row, 2, started);
    table.set(row, 3, cancelled);
    table.set(row, 4, (deliverable ? DELIVERABLE : 0) | (removed ? ROLLED_BACK : 0));
  }

  /** The counts out of the first numbers of a row. */
  static MessageCounts load(Direction direction, RecentTable table, int row) {
    MessageCounts counts = new MessageCounts(direction, (table.get(row, 4) & DELIVERABLE) != 0);
    counts.sent = table.get(row, 0);
    counts.consumed = table.get(row, 1);
    counts.started = table.get(row, 2);
    counts.cancelled = table.get(row, 3);
    counts.removed = (table.get(row, 4) & ROLLED_BACK) != 0;
    return counts;
  }
}
