// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.core.trace.TimelineLog;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageEvent;
import io.crossline.starknet.tracking.MessageId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the logs of L1 blocks and writes the timeline. */
final class L1Observer {
  private final StarknetParameters parameters;
  private final MessageRegistry book;
  private final TimelineLog timeline;
  private final L2Names names;

  /** What people call the handler of a message. */
  interface L2Names {
    String handler(L1ToL2Message message);

    /** What it is given, in the words of an ABI; empty where there is none. */
    String arguments(L1ToL2Message message);
  }

  L1Observer(
      StarknetParameters parameters, MessageRegistry book, TimelineLog timeline, L2Names names) {
    this.parameters = parameters;
    this.book = book;
    this.timeline = timeline;
    this.names = names;
  }

  /** Reads a block that the book knows already, and what the core contract said in it. */
  void observe(Block<Receipt> block, List<CoreEvent> said, Duration now) {
    if (block.receipts().isEmpty() && !book.hasNews()) {
      return;
    }
    new Page(block, now).write(said);
  }

  /** Writes that the latest blocks were replaced by empty ones. */
  void reorganised(List<Block<Receipt>> empty, Duration now) {
    BlockInfo first = empty.get(0).info();
    BlockInfo last = empty.get(empty.size() - 1).info();
    timeline.add(
        now,
        "L1",
        first.number(),
        "reorganised: "
            + (empty.size() == 1
                ? "this block is lost, an empty one takes its place"
                : "the blocks from here to "
                    + last.number()
                    + " are lost, empty ones take their"
                    + " places"),
        book.mentionMoved().toArray(new StatusChange[0]));
  }

  /** The lines of one block. */
  private final class Page {
    private final Block<Receipt> block;
    private final Duration now;
    private final List<StatusChange> settled = new ArrayList<>();
    private final List<StatusChange> consumable = new ArrayList<>();

    Page(Block<Receipt> block, Duration now) {
      this.block = block;
      this.now = now;
    }

    void write(List<CoreEvent> events) {
      for (CoreEvent event : events) {
        if (event instanceof LogMessageToL2 sent) {
          sent(sent.message());
        } else if (event instanceof MessageToL2CancellationStarted started) {
          cancellationStarted(started.message());
        } else if (event instanceof MessageToL2Canceled cancelled) {
          cancelled(cancelled.message());
        } else {
          settlement(event);
        }
      }
      refused();
      confirmed();
    }

    private void refused() {
      for (Receipt receipt : block.receipts()) {
        if (receipt.to().equals(parameters.core()) && !receipt.outcome().isAccepted()) {
          String reason =
              receipt.outcome().fold((result, logs) -> "", revert -> revert.description());
          line(book.labelOf(receipt.from()) + " is refused: " + reason, List.of());
        }
      }
    }

    private void sent(L1ToL2Message message) {
      UInt256 fee = message.fee().orElse(UInt256.ZERO);
      String what =
          book.labelOf(message.from())
              + " → "
              + book.labelOf(message.to())
              + "."
              + names.handler(message)
              + names.arguments(message)
              + ", nonce "
              + message.nonce()
              + (fee.isZero() ? "" : ", fee " + fee + " wei");
      line(what, change(message, MessageEvent.SENT_ON_L1));
      book.next(MessageEvent.WORD_OUT_OF_RANGE)
          .ifPresent(
              change ->
                  line(
                      change.to().reason().orElse("a word is no felt") + ": L2 cannot take it",
                      Optional.of(book.mention(change))));
    }

    private void cancellationStarted(L1ToL2Message message) {
      String allowed =
          book.tracker()
              .cancellation(MessageId.toL2(message.hash()))
              .map(request -> ", allowed from " + request.completableFrom() + " on")
              .orElse("");
      line(
          book.labelOf(message.from()) + " asks for cancellation" + allowed,
          change(message, MessageEvent.CANCELLATION_STARTED));
    }

    private void cancelled(L1ToL2Message message) {
      line(
          book.labelOf(message.from()) + " cancels; the fee is not refunded",
          change(message, MessageEvent.CANCELED));
    }

    private void settlement(CoreEvent event) {
      if (event instanceof ConsumedMessageToL2 consumed) {
        change(consumed.message(), MessageEvent.CONSUMED_BY_L2).ifPresent(settled::add);
      } else if (event instanceof LogMessageToL1) {
        book.next(MessageEvent.ARRIVED_ON_L1)
            .or(() -> book.next(MessageEvent.ARRIVED_UNCONSUMABLE))
            .map(book::mention)
            .ifPresent(consumable::add);
      } else if (event instanceof LogStateUpdate update) {
        settled.addAll(consumable);
        line("state update to L2 #" + update.blockNumber(), settled);
      } else if (event instanceof ConsumedMessageToL1 consumed) {
        book.next(MessageEvent.CONSUMED_ON_L1)
            .map(book::mention)
            .ifPresent(
                change ->
                    line(
                        book.labelOf(consumed.message().to()) + " consumes " + change.message(),
                        List.of(change)));
      }
    }

    private void confirmed() {
      int needed = parameters.sequencer().confirmations();
      String what = needed + " of " + needed + " confirmations";
      Optional<io.crossline.starknet.tracking.StatusChange> change;
      while ((change = book.next(MessageEvent.CONFIRMATIONS_REACHED)).isPresent()) {
        line(what, change.map(book::mention));
      }
    }

    private Optional<StatusChange> change(L1ToL2Message message, MessageEvent event) {
      return book.mention(Direction.L1_TO_L2, message.hash(), event);
    }

    private void line(String what, Optional<StatusChange> change) {
      line(what, change.stream().toList());
    }

    private void line(String what, List<StatusChange> changes) {
      timeline.add(now, "L1", block.info().number(), what, changes.toArray(new StatusChange[0]));
    }
  }
}
