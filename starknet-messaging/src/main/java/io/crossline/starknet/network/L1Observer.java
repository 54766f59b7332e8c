// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.trace.Timeline;
import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import io.crossline.starknet.l2.Sequencer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Reads the logs of L1 blocks: tells the sequencer, keeps the book, writes the timeline. */
final class L1Observer {
  private final StarknetParameters parameters;
  private final MessageBook book;
  private final Timeline timeline;
  private final Sequencer sequencer;
  private final L2Names names;
  private final Deque<Unconfirmed> unconfirmed = new ArrayDeque<>();

  private record Unconfirmed(L1ToL2Message message, UInt64 block) {}

  /** What people call the handler of a message. */
  interface L2Names {
    String handler(L1ToL2Message message);
  }

  L1Observer(
      StarknetParameters parameters,
      MessageBook book,
      Timeline timeline,
      Sequencer sequencer,
      L2Names names) {
    this.parameters = parameters;
    this.book = book;
    this.timeline = timeline;
    this.sequencer = sequencer;
    this.names = names;
  }

  void observe(Block block, Duration now) {
    List<StatusChange> settled = new ArrayList<>();
    List<StatusChange> consumable = new ArrayList<>();
    for (CoreEvent event : CoreEvent.decodeAll(parameters.core(), block.logs())) {
      if (event instanceof LogMessageToL2 sent) {
        sent(sent.message(), block, now);
      } else if (event instanceof ConsumedMessageToL2 consumed) {
        settled.add(book.change(consumed.message(), MessageStatus.SETTLED, now));
      } else if (event instanceof LogMessageToL1 arrived) {
        consumable.add(book.change(arrived.message(), MessageStatus.CONSUMABLE, now));
      } else if (event instanceof LogStateUpdate update) {
        settled.addAll(consumable);
        line(block, now, "state update to L2 #" + update.blockNumber(), settled);
      } else if (event instanceof ConsumedMessageToL1 consumed) {
        String who = book.labelOf(consumed.message().to());
        String what = who + " consumes " + book.nameOf(consumed.message());
        line(block, now, what, book.change(consumed.message(), MessageStatus.CONSUMED, now));
      } else if (event instanceof MessageToL2CancellationStarted started) {
        cancellationStarted(started.message(), block, now);
      } else if (event instanceof MessageToL2Canceled cancelled) {
        L1ToL2Message message = cancelled.message();
        sequencer.cancelled(message.hash());
        String what = book.labelOf(message.from()) + " cancels; the fee is not refunded";
        line(block, now, what, book.change(message, MessageStatus.CANCELLED, now));
      }
    }
    confirm(block, now);
  }

  private void sent(L1ToL2Message message, Block block, Duration now) {
    sequencer.seen(message, block.info());
    unconfirmed.add(new Unconfirmed(message, block.info().number()));
    UInt256 fee = message.fee().orElse(UInt256.ZERO);
    String what =
        book.labelOf(message.from())
            + " → "
            + book.labelOf(message.to())
            + "."
            + names.handler(message)
            + ", nonce "
            + message.nonce()
            + (fee.isZero() ? "" : ", fee " + fee + " wei");
    line(block, now, what, book.change(message, MessageStatus.SENT, now));
  }

  private void cancellationStarted(L1ToL2Message message, Block block, Duration now) {
    sequencer.cancellationStarted(message.hash(), block.info());
    line(
        block,
        now,
        book.labelOf(message.from()) + " asks for cancellation",
        book.change(message, MessageStatus.CANCELLATION_REQUESTED, now));
  }

  private void confirm(Block head, Duration now) {
    while (!unconfirmed.isEmpty()
        && sequencer.confirmed(unconfirmed.peek().block, head.info().number())) {
      L1ToL2Message message = unconfirmed.remove().message;
      boolean waiting =
          book.named(book.nameOf(message))
              .filter(report -> report.status() == MessageStatus.SENT)
              .isPresent();
      if (waiting) {
        int needed = parameters.sequencer().confirmations();
        String what = needed + " of " + needed + " confirmations";
        line(head, now, what, book.change(message, MessageStatus.CONFIRMED, now));
      }
    }
  }

  private void line(Block block, Duration now, String what, StatusChange change) {
    line(block, now, what, List.of(change));
  }

  private void line(Block block, Duration now, String what, List<StatusChange> changes) {
    timeline.add(now, "L1", block.info().number(), what, changes.toArray(new StatusChange[0]));
  }
}
