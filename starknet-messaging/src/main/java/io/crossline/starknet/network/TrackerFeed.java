// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.l2.L2Block;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.MessageTracker;
import io.crossline.starknet.tracking.ObservedL1Block;
import io.crossline.starknet.tracking.ObservedL2Block;
import io.crossline.starknet.tracking.ObservedReceipt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Shows the blocks of both layers to trackers. Costs nothing while there is none. */
final class TrackerFeed {
  private final List<MessageTracker> trackers = new ArrayList<>();

  /** The L2 blocks that can be taken back, and the one before them, oldest first. */
  private final Deque<Shown> recent = new ArrayDeque<>();

  private record Shown(UInt64 number, Bytes32 hash) {}

  void add(MessageTracker tracker) {
    trackers.add(tracker);
  }

  void mined(Block block) {
    trackers.forEach(tracker -> tracker.append(ObservedL1Block.of(block)));
  }

  /**
   * A block of L2 ended.
   *
   * @param unsettled whether it can still be taken back
   */
  void produced(L2Block block, boolean unsettled) {
    if (trackers.isEmpty()) {
      return;
    }
    Bytes32 parent = recent.isEmpty() ? Bytes32.ZERO : recent.getLast().hash;
    Bytes32 hash = hash(parent, block);
    if (!unsettled) {
      recent.clear();
    }
    recent.addLast(new Shown(block.info().number(), hash));
    ObservedL2Block observed =
        new ObservedL2Block(
            block.info(),
            hash,
            parent,
            block.receipts().stream().map(ObservedReceipt::of).toList());
    trackers.forEach(tracker -> tracker.append(observed));
  }

  /** It only has to identify the block, as that of an L1 block in this process. */
  private static Bytes32 hash(Bytes32 parent, L2Block block) {
    Keccak256 keccak = Keccak256.ofThread().absorb(parent).absorb(block.info().number());
    keccak.absorb(block.info().timestamp());
    for (L2Receipt receipt : block.receipts()) {
      keccak.absorb(receipt.transactionHash().toUInt256());
    }
    return keccak.digest();
  }

  /** All L2 blocks so far were settled. */
  void settled() {
    while (recent.size() > 1) {
      recent.removeFirst();
    }
  }

  /** The L2 blocks from a number on were taken back. */
  void takenBack(UInt64 first) {
    while (!recent.isEmpty() && recent.getLast().number.compareTo(first) >= 0) {
      recent.removeLast();
    }
    trackers.forEach(tracker -> tracker.rollbackTo(Layer.L2, first.minus(UInt64.ONE)));
  }
}
