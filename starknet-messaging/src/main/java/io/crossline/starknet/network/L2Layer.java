// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.trace.Timeline;
import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Selector;
import io.crossline.starknet.l2.L2Block;
import io.crossline.starknet.l2.L2Chain;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.l2.Sequencer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * L2 with its sequencer: makes blocks, remembers those that are not settled, and takes them back
 * where it must.
 */
final class L2Layer {
  private final L2Chain chain;
  private final Sequencer sequencer;
  private final MessageBook book;
  private final Timeline timeline;
  private final TrackerFeed feed;
  private final Deque<L2Block> unsettled = new ArrayDeque<>();

  L2Layer(
      StarknetParameters parameters,
      BlockInfo first,
      MessageBook book,
      Timeline timeline,
      TrackerFeed feed) {
    this.chain = new L2Chain(parameters.chain(), first);
    this.sequencer = new Sequencer(parameters.sequencer(), chain);
    this.book = book;
    this.timeline = timeline;
    this.feed = feed;
  }

  L2Chain chain() {
    return chain;
  }

  Sequencer sequencer() {
    return sequencer;
  }

  /** Names the method that a message reaches, or its selector if none answers. */
  String handlerOf(L1ToL2Message message) {
    if (!message.to().isFelt() || !Felt.fits(message.selector())) {
      return message.selector().toHexString();
    }
    Selector selector = Selector.of(message.selector());
    return chain
        .contract(message.to().toFelt())
        .flatMap(contract -> contract.handlerName(selector))
        .orElseGet(selector::toString);
  }

  /** Includes what is due in the open block and opens the next one. */
  void produceBlock(UInt64 l1Head, UInt64 now, Duration time) {
    UInt64 number = chain.block().number();
    for (Sequencer.Inclusion inclusion : sequencer.include(l1Head, now)) {
      L1ToL2Message message = inclusion.message();
      inclusion
          .receipt()
          .ifPresentOrElse(
              receipt -> ran(message, receipt, number, time), () -> leftOut(message, number, time));
    }
    L2Block block = chain.seal(new BlockInfo(number.plus(UInt64.ONE), now));
    // Empty blocks matter only behind one that a state update still has to cover.
    if (!block.receipts().isEmpty() || !unsettled.isEmpty()) {
      unsettled.add(block);
    }
    feed.produced(block, !unsettled.isEmpty());
  }

  private void leftOut(L1ToL2Message message, UInt64 number, Duration time) {
    if (!book.isCancelled(message)) {
      String what = "the sequencer leaves " + book.nameOf(message) + " out";
      timeline.add(time, "L2", number, what, book.change(message, MessageStatus.LEFT_OUT, time));
    }
  }

  private void ran(L1ToL2Message message, L2Receipt receipt, UInt64 number, Duration time) {
    List<StatusChange> changes = new ArrayList<>();
    changes.add(
        book.change(
            message,
            statusOf(receipt),
            time,
            receipt.revertReason(),
            Optional.of(receipt.transactionHash())));
    for (L2ToL1Message sent : receipt.messagesSent()) {
      changes.add(book.change(sent, MessageStatus.SENT, time));
    }
    String sent =
        receipt.messagesSent().stream()
            .map(m -> "; sent " + book.nameOf(m) + " to " + book.labelOf(m.to()))
            .collect(Collectors.joining());
    String what =
        handlerOf(message)
            + receipt.revertReason().map(reason -> " reverted: " + reason).orElse(" ran" + sent);
    timeline.add(time, "L2", number, what, changes.toArray(new StatusChange[0]));
  }

  private static MessageStatus statusOf(L2Receipt receipt) {
    if (receipt.succeeded()) {
      return MessageStatus.ACCEPTED_ON_L2;
    }
    return receipt.included() ? MessageStatus.REVERTED_ON_L2 : MessageStatus.LEFT_OUT;
  }

  /** The blocks that no state update covers yet, oldest first. */
  List<L2Block> unsettled() {
    return List.copyOf(unsettled);
  }

  /** Forgets the blocks that a state update covered: all there are. */
  void settled(List<L2Block> blocks) {
    blocks.forEach(block -> sequencer.settled(block.receipts()));
    unsettled.clear();
    feed.settled();
  }

  /**
   * Takes all blocks back that are not settled, because the state update that covered them was
   * refused. What they handled goes back to the sequencer, which runs it again unless it was
   * cancelled meanwhile.
   */
  void rollBack(String reason, Duration time) {
    UInt64 number = unsettled.getFirst().info().number();
    List<StatusChange> changes = new ArrayList<>();
    List<L2Receipt> undone = new ArrayList<>();
    for (Iterator<L2Block> i = unsettled.descendingIterator(); i.hasNext(); ) {
      L2Block block = i.next();
      chain.undo(block);
      undone.addAll(0, block.receipts());
    }
    unsettled.clear();
    for (L2Receipt receipt : undone) {
      receipt.messagesSent().forEach(book::unsend);
      L1ToL2Message message = receipt.transaction().message();
      if (!book.isCancelled(message)) {
        changes.add(book.change(message, MessageStatus.CONFIRMED, time));
      }
    }
    sequencer.rolledBack(undone);
    feed.takenBack(number);
    timeline.add(
        time,
        "L2",
        number,
        "rolled back to the last settled block: state update refused, " + reason,
        changes.toArray(new StatusChange[0]));
  }
}
