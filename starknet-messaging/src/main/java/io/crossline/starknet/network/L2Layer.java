// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.network.NetworkEvents;
import io.crossline.core.network.NetworkStore;
import io.crossline.core.record.RecordReader;
import io.crossline.core.state.HostTable;
import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.core.trace.TimelineLog;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Selector;
import io.crossline.starknet.l2.InvokeTransaction;
import io.crossline.starknet.l2.L2Chain;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.l2.Sequencer;
import io.crossline.starknet.network.NetworkEvent.BlocksFinalized;
import io.crossline.starknet.network.NetworkEvent.BlocksTakenBack;
import io.crossline.starknet.network.NetworkEvent.L2BlockFinished;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.MessageEvent;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * L2 with its sequencer: makes blocks, keeps those that can be taken back, and takes them back
 * where it must.
 */
final class L2Layer {
  private final L2Chain chain;
  private final Sequencer sequencer;
  private final Prover prover;
  private final MessageRegistry book;
  private final TimelineLog timeline;
  private final NetworkEvents<NetworkEvent, NetworkListener> events;

  /** Blocks that can be taken back, oldest first, without a gap up to the latest. */
  private final Deque<Block<L2Receipt>> recent = new ArrayDeque<>();

  /** What was left out in those blocks, by their numbers. */
  private final HostTable<UInt64, List<Bytes32>> leftOut;

  private static final Codec<List<Bytes32>> HASHES =
      RecordReader.codec(
          (writer, hashes) -> writer.list(Codec.BYTES32, hashes),
          reader -> List.copyOf(reader.list(Codec.BYTES32)));

  L2Layer(
      StarknetParameters parameters,
      BlockInfo first,
      Prover prover,
      MessageRegistry book,
      TimelineLog timeline,
      NetworkEvents<NetworkEvent, NetworkListener> events,
      NetworkStore store) {
    this.chain = chain(parameters, first, store);
    this.leftOut = store.state().hostTable("left out", Codec.UINT64, HASHES);
    this.sequencer =
        new Sequencer(
            parameters.sequencer(),
            chain,
            store.state().hostTable("over", Codec.BYTES32, Codec.UINT64));
    this.prover = prover;
    this.book = book;
    this.timeline = timeline;
    this.events = events;
    for (Block<L2Receipt> block : chain.restored()) {
      recent.addLast(block);
      sequencer.ranBefore(block.receipts());
    }
    sequencer.ranBefore(chain.openReceipts());
    leftOut.entries().values().forEach(sequencer::leftOutBefore);
  }

  private static L2Chain chain(StarknetParameters parameters, BlockInfo first, NetworkStore store) {
    return store
        .store()
        .map(kept -> new L2Chain(parameters.chain(), first, parameters.l2Rules(), kept))
        .orElseGet(() -> new L2Chain(parameters.chain(), first, parameters.l2Rules()));
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

  /** Loses the block in the making, with what the sequencer knows of L1. */
  void loseBlock(UInt64 l1Head, UInt64 now) {
    List<Sequencer.Inclusion> inclusions = sequencer.include(l1Head, now);
    chain.undoOpen();
    sequencer.lost(inclusions);
  }

  /** The open block is begun anew, at a time: the sequencer was away, or blocks were taken back. */
  void beginAnew(UInt64 now) {
    if (chain.isBlockEmpty()) {
      chain.restamp(now);
    }
  }

  /** Includes what is due in the open block and opens the next one. */
  void produceBlock(UInt64 l1Head, UInt64 now, Duration time) {
    List<Sequencer.Inclusion> inclusions = sequencer.include(l1Head, now);
    Block<L2Receipt> block =
        chain.seal(new BlockInfo(chain.block().number().plus(UInt64.ONE), now));
    Books.agree(block, inclusions);
    recent.addLast(block);
    List<LeftOut> without = inclusions.stream().flatMap(i -> leftOut(i).stream()).toList();
    if (!without.isEmpty()) {
      leftOut.put(block.info().number(), without.stream().map(LeftOut::messageHash).toList());
    }
    events.happened(new L2BlockFinished(block, without), block.receipts().size());
    block.receipts().forEach(receipt -> invoked(receipt, block.info().number(), time));
    inclusions.forEach(inclusion -> report(inclusion, block.info().number(), time));
    forgetFixed();
  }

  /** Why a message is not in the block that was made when it was due. */
  private Optional<LeftOut> leftOut(Sequencer.Inclusion inclusion) {
    return inclusion
        .leftOut()
        .or(
            () ->
                inclusion
                    .receipt()
                    .filter(receipt -> !receipt.included())
                    .flatMap(L2Receipt::revertReason)
                    .map(reason -> "its handler failed: " + reason))
        .map(reason -> new LeftOut(inclusion.message().hash(), reason));
  }

  private void report(Sequencer.Inclusion inclusion, UInt64 number, Duration time) {
    L1ToL2Message message = inclusion.message();
    if (inclusion.receipt().filter(L2Receipt::included).isPresent()) {
      ran(message, inclusion.receipt().get(), number, time);
      return;
    }
    String reason = leftOut(inclusion).map(LeftOut::reason).orElseThrow();
    book.mention(Direction.L1_TO_L2, message.hash(), MessageEvent.LEFT_OUT_BY_SEQUENCER)
        .ifPresent(
            change -> {
              String what = "the sequencer leaves " + change.message() + " out: " + reason;
              timeline.add(time, "L2", number, what, change);
            });
  }

  private void ran(L1ToL2Message message, L2Receipt receipt, UInt64 number, Duration time) {
    List<StatusChange> changes = new ArrayList<>();
    MessageEvent event =
        receipt.succeeded() ? MessageEvent.HANDLER_SUCCEEDED : MessageEvent.HANDLER_REVERTED;
    book.mention(Direction.L1_TO_L2, message.hash(), event).ifPresent(changes::add);
    ended(handlerOf(message), receipt, changes, number, time);
  }

  /** A transaction of an account: it ran before the block was made. */
  private void invoked(L2Receipt receipt, UInt64 number, Duration time) {
    if (receipt.transaction() instanceof InvokeTransaction invoke) {
      String account = book.labelOf(invoke.sender());
      ended(account + "'s transaction " + invoke.nonce(), receipt, new ArrayList<>(), number, time);
    }
  }

  private void ended(
      String name, L2Receipt receipt, List<StatusChange> changes, UInt64 number, Duration time) {
    StringBuilder what = new StringBuilder(name);
    receipt
        .revertReason()
        .ifPresentOrElse(
            reason -> what.append(" reverted: ").append(reason), () -> what.append(" ran"));
    for (L2ToL1Message sent : receipt.messagesSent()) {
      book.next(MessageEvent.SENT_ON_L2)
          .map(book::mention)
          .ifPresent(
              change -> {
                what.append("; sent ").append(change.message());
                what.append(" to ").append(book.labelOf(sent.to()));
                changes.add(change);
              });
    }
    timeline.add(time, "L2", number, what.toString(), changes.toArray(new StatusChange[0]));
  }

  /**
   * The blocks that no state update covers yet, oldest first; empty ones only behind one that a
   * state update still has to cover.
   */
  List<Block<L2Receipt>> unsettled() {
    UInt64 settled = prover.settledTo();
    return recent.stream()
        .filter(block -> block.info().number().compareTo(settled) > 0)
        .dropWhile(block -> block.receipts().isEmpty())
        .toList();
  }

  private List<Bytes32> takeLeftOut(Block<L2Receipt> block) {
    return leftOut.remove(block.info().number()).orElse(List.of());
  }

  /** Drops the blocks that nothing can take back. */
  private void forgetFixed() {
    while (!recent.isEmpty() && isFixed(recent.getFirst())) {
      Block<L2Receipt> fixed = recent.removeFirst();
      chain.fixed(fixed.info().number());
      sequencer.settled(fixed.receipts());
      sequencer.leftOutForGood(takeLeftOut(fixed));
      events.happened(new BlocksFinalized(Layer.L2, fixed.info().number()), 0);
    }
  }

  private boolean isFixed(Block<L2Receipt> block) {
    return block.info().number().compareTo(prover.fixedTo()) <= 0
        || block.receipts().isEmpty() && !prover.canUnsettle();
  }

  /**
   * Takes all blocks back that are not settled, because the state update that covered them was
   * refused. What they handled goes back to the sequencer, which runs it again unless L1 no longer
   * has it.
   */
  void rollBack(String reason, UInt64 now, Duration time) {
    List<Block<L2Receipt>> unsettled = unsettled();
    if (unsettled.isEmpty()) {
      return;
    }
    for (int i = unsettled.size() - 1; i >= 0; i--) {
      recent.removeLast();
      chain.undo(unsettled.get(i));
    }
    // What runs again may have been sent after the time at which the lost block was begun.
    beginAnew(now);
    for (int i = unsettled.size() - 1; i >= 0; i--) {
      sequencer.rolledBack(unsettled.get(i).receipts());
      sequencer.leftOutNoMore(takeLeftOut(unsettled.get(i)));
    }
    UInt64 number = unsettled.get(0).info().number();
    events.happened(new BlocksTakenBack(Layer.L2, number.minus(UInt64.ONE)), 0);
    timeline.add(
        time,
        "L2",
        number,
        "rolled back to the last settled block: state update refused, " + reason,
        book.mentionMoved().toArray(new StatusChange[0]));
  }
}
