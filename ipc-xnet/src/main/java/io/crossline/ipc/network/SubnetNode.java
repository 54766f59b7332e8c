// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Receipt;
import io.crossline.core.network.NetworkEvents;
import io.crossline.core.state.Cell;
import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.network.IpcNetworkEvent.BlockFinished;
import io.crossline.ipc.network.IpcNetworkEvent.BlocksTakenBack;
import io.crossline.ipc.topdown.FinalityVoter;
import io.crossline.ipc.topdown.TopDownExecution;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the blocks of one network: ends the open one, where a checkpoint may be due, and opens the
 * next, where messages of the parent may come in. A root has neither.
 */
final class SubnetNode {
  /** What ties a subnet to its parent. */
  record Uplink(
      BlockArchive parentBlocks,
      FinalityVoter voter,
      TopDownExecution topDown,
      CheckpointCutter cutter) {}

  /** Who is told of each block. */
  record Bystanders(
      NetworkEvents<IpcNetworkEvent, IpcNetworkListener> events,
      Consumer<IpcSubnet> afterEachBlock) {}

  private final IpcSubnet subnet;
  private final Chain chain;
  private final MessageTracker tracker;
  private final @Nullable Uplink uplink;
  private final Bystanders bystanders;
  private final Cell<UInt256> circulatingSupply;
  private String lastTrouble = "";

  SubnetNode(
      IpcSubnet subnet,
      MessageTracker tracker,
      UInt256 genesisSupply,
      @Nullable Uplink uplink,
      Bystanders bystanders) {
    this.subnet = subnet;
    this.chain = subnet.engine();
    this.tracker = tracker;
    this.uplink = uplink;
    this.bystanders = bystanders;
    this.circulatingSupply = chain.state().cell("circulatingSupply", Codec.UINT256, genesisSupply);
  }

  IpcSubnet subnet() {
    return subnet;
  }

  UInt256 circulatingSupply() {
    return circulatingSupply.get();
  }

  /** Ends the open block and opens the next. */
  void nextBlock() {
    close();
    seal();
    open();
  }

  /** What a block ends with. */
  private void close() {
    if (uplink != null) {
      cutCheckpoint(uplink);
    }
    tracker.flush(subnet);
  }

  /** What a block begins with. */
  private void open() {
    if (uplink != null) {
      takeIn(uplink);
    }
  }

  /** Ends the open block as it is. */
  void seal() {
    seal(new BlockInfo(chain.block().number().plus(UInt64.ONE), tracker.timestamp()));
  }

  private void seal(BlockInfo next) {
    Block<Receipt> block = chain.seal(next);
    subnet.records().blocks().add(block);
    tracker.sealed(subnet);
    bystanders.events().happened(new BlockFinished(subnet.name(), block), block.receipts().size());
    bystanders.afterEachBlock().accept(subnet);
  }

  /**
   * Stops at the very end of a block, before it is finished: all that ran in it is lost.
   *
   * @return the messages that are not where they were
   */
  StatusChange[] crash() {
    close();
    chain.undoOpen();
    StatusChange[] changes = tracker.takenBack(subnet, 0);
    takenBack();
    tracker.flush(subnet);
    return changes;
  }

  /** Begins the open block again, after a crash. */
  void restart() {
    if (chain.isBlockEmpty()) {
      chain.restamp(tracker.timestamp());
    }
    open();
  }

  /**
   * Loses the latest finished blocks with all that ran in them and in the open one. Empty ones of
   * the same numbers and times take their places.
   *
   * @return the messages that are not where they were
   */
  StatusChange[] loseBlocks(int count) {
    tracker.flush(subnet);
    Deque<BlockInfo> places = new ArrayDeque<>(List.of(chain.block()));
    for (int i = 0; i < count; i++) {
      Block<Receipt> last = subnet.records().blocks().removeLast();
      chain.undo(last);
      places.addFirst(last.info());
    }
    StatusChange[] changes = tracker.takenBack(subnet, count);
    takenBack();
    tracker.flush(subnet);
    places.removeFirst();
    places.forEach(this::seal);
    return changes;
  }

  private void takenBack() {
    UInt64 last = subnet.records().blocks().head();
    bystanders.events().happened(new BlocksTakenBack(subnet.name(), last), 0);
  }

  private void cutCheckpoint(Uplink up) {
    UInt64 open = chain.block().number();
    tracker.flush(subnet);
    up.cutter()
        .run(open, subnet.records().blocks().blockHash(subnet.records().blocks().head()))
        .ifPresent(
            messages -> {
              messages.stream().map(IpcEnvelope::value).forEach(this::leaves);
              tracker.cut(subnet, open, messages);
            });
  }

  private void takeIn(Uplink up) {
    ParentFinality committed = subnet.gateway().view().getLatestParentFinality();
    up.voter()
        .propose(committed, up.parentBlocks())
        .ifPresent(finality -> takeIn(up.topDown(), finality));
  }

  private void takeIn(TopDownExecution topDown, ParentFinality finality) {
    Outcome<List<Delivery>> outcome = topDown.run(finality);
    outcome.fold(
        (deliveries, logs) -> {
          lastTrouble = "";
          deliveries.forEach(
              delivery ->
                  circulatingSupply.set(circulatingSupply.get().plus(delivery.message().value())));
          tracker.observe(subnet, deliveries, "parent finality " + finality.height() + ": ");
          return true;
        },
        revert -> {
          String trouble =
              "messages of the parent cannot be applied: " + IpcReverts.describe(revert);
          if (!trouble.equals(lastTrouble)) {
            lastTrouble = trouble;
            tracker.tell(subnet, trouble);
          }
          return false;
        });
  }

  private void leaves(UInt256 value) {
    // A forged message may carry more than there is; its burn failed or its batch will be refused
    // above.
    UInt256 now = circulatingSupply.get();
    circulatingSupply.set(now.compareTo(value) < 0 ? UInt256.ZERO : now.minus(value));
  }
}
