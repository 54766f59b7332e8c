// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Chain;
import io.crossline.core.chain.Receipt;
import io.crossline.core.state.Cell;
import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.ParentFinality;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.network.message.TreeMessages;
import io.crossline.ipc.topdown.FinalityVoter;
import io.crossline.ipc.topdown.TopDownExecution;
import io.crossline.ipc.trace.IpcNetworkEvent;
import io.crossline.ipc.trace.IpcNetworkEvent.BlockFinished;
import io.crossline.ipc.trace.IpcNetworkEvent.BlocksTakenBack;
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
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class SubnetNode {
  /** What ties a subnet to its parent. */
  public record Uplink(
      BlockArchive parentBlocks,
      FinalityVoter voter,
      TopDownExecution topDown,
      CheckpointCutter cutter) {}

  /** Who is told of each block. */
  public record Bystanders(Consumer<IpcNetworkEvent> events, Consumer<TreeMember> afterEachBlock) {}

  /** The time of block 0 of every network in seconds since 1970: the first second of 2024. */
  public static final UInt64 GENESIS_TIME = UInt64.of(1_704_067_200L);

  private final TreeMember subnet;
  private final Chain chain;
  private final TreeMessages tracker;
  private final @Nullable Uplink uplink;
  private final Bystanders bystanders;
  private final Cell<UInt256> circulatingSupply;
  private String lastTrouble = "";

  public SubnetNode(
      TreeMember subnet,
      TreeMessages tracker,
      UInt256 genesisSupply,
      @Nullable Uplink uplink,
      Bystanders bystanders) {
    this.subnet = subnet;
    this.chain = subnet.chain();
    this.tracker = tracker;
    this.uplink = uplink;
    this.bystanders = bystanders;
    this.circulatingSupply = chain.state().cell("circulatingSupply", Codec.UINT256, genesisSupply);
  }

  public TreeMember subnet() {
    return subnet;
  }

  public UInt256 circulatingSupply() {
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
    tracker.flush(subnet.tracked());
  }

  /** What a block begins with. */
  private void open() {
    if (uplink != null) {
      takeIn(uplink);
    }
  }

  /** Ends the open block as it is. */
  public void seal() {
    seal(new BlockInfo(chain.block().number().plus(UInt64.ONE), timestamp()));
  }

  private void seal(BlockInfo next) {
    Block<Receipt> block = chain.seal(next);
    subnet.blocks().add(block);
    tracker.sealed(subnet.tracked());
    bystanders.events().accept(new BlockFinished(subnet.name(), block));
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
    StatusChange[] changes = tracker.takenBack(subnet.tracked(), 0);
    takenBack();
    tracker.flush(subnet.tracked());
    return changes;
  }

  /** Begins the open block again, after a crash. */
  public void restart() {
    if (chain.isBlockEmpty()) {
      chain.restamp(timestamp());
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
    tracker.flush(subnet.tracked());
    Deque<BlockInfo> places = new ArrayDeque<>(List.of(chain.block()));
    for (int i = 0; i < count; i++) {
      Block<Receipt> last = subnet.blocks().removeLast();
      chain.undo(last);
      places.addFirst(last.info());
    }
    StatusChange[] changes = tracker.takenBack(subnet.tracked(), count);
    takenBack();
    tracker.flush(subnet.tracked());
    places.removeFirst();
    places.forEach(this::seal);
    return changes;
  }

  private void takenBack() {
    UInt64 last = subnet.blocks().head();
    bystanders.events().accept(new BlocksTakenBack(subnet.name(), last));
  }

  private void cutCheckpoint(Uplink up) {
    UInt64 open = chain.block().number();
    tracker.flush(subnet.tracked());
    up.cutter()
        .run(open, subnet.blocks().blockHash(subnet.blocks().head()))
        .ifPresent(
            messages -> {
              messages.stream().map(IpcEnvelope::value).forEach(this::leaves);
              tracker.cut(subnet.tracked(), open, messages);
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
          tracker.observe(
              subnet.tracked(), deliveries, "parent finality " + finality.height() + ": ");
          return true;
        },
        revert -> {
          String trouble =
              "messages of the parent cannot be applied: " + IpcReverts.describe(revert);
          if (!trouble.equals(lastTrouble)) {
            lastTrouble = trouble;
            tracker.tell(subnet.tracked(), trouble);
          }
          return false;
        });
  }

  private UInt64 timestamp() {
    return GENESIS_TIME.plus(UInt64.of(tracker.now().getSeconds()));
  }

  private void leaves(UInt256 value) {
    // A forged message may carry more than there is; its burn failed or its batch will be refused
    // above.
    UInt256 now = circulatingSupply.get();
    circulatingSupply.set(now.compareTo(value) < 0 ? UInt256.ZERO : now.minus(value));
  }
}
