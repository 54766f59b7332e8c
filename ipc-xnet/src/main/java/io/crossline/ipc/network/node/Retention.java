// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.ipc.gateway.Gateway;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.Collection;

/**
 * Drops finished blocks that nobody in the tree needs any more. A child needs its parent's blocks
 * from its committed finality on; a relayer needs the blocks of the checkpoints that its subnet's
 * actor has not executed whole, in blocks of the parent that stay.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class Retention {
  private static final long BATCHES_FOR_BLOCKS = 64;

  private Retention() {}

  /** Nobody has said yet that they do without the first blocks. */
  public static void begin(Collection<TreeMember> subnets) {
    for (TreeMember child : subnets) {
      child
          .parent()
          .ifPresent(
              parent -> {
                parent.blocks().need(child.name(), parent.blocks().first());
                child.blocks().need(child.name(), child.blocks().first());
              });
    }
  }

  /** A block was finished: what is needed begins later now. */
  public static void sealed(TreeMember at) {
    at.parent().ifPresent(parent -> parent.blocks().need(at.name(), neededAbove(at.gateway())));
    for (TreeMember child : at.children()) {
      RelayedCheckpoints link = new RelayedCheckpoints(child, at, child.actor().orElseThrow());
      UInt64 from = link.neededFrom();
      at.tracked().notes().whenFixed(() -> child.blocks().need(child.name(), from));
    }
    BlockArchive blocks = at.blocks();
    UInt64 first = blocks.first();
    blocks.drop(keptFor(at));
    if (!blocks.first().equals(first)) {
      at.chain().fixed(blocks.first().minus(UInt64.ONE));
    }
    forgetBatch(at);
  }

  /** Of the batches of checkpoints, the gateway keeps those of the latest blocks. */
  private static void forgetBatch(TreeMember at) {
    long block = at.chain().block().number().longValueExact() - BATCHES_FOR_BLOCKS;
    if (block > 0 && block % at.pace().checkpointPeriod() == 0) {
      at.gateway().forgetBatch(UInt256.of(block));
    }
  }

  private static UInt64 neededAbove(Gateway gateway) {
    return UInt64.of(gateway.view().getLatestParentFinality().height());
  }

  /** Blocks from which a child takes its finality, or which may be taken back. */
  private static long keptFor(TreeMember at) {
    return at.children().stream().mapToLong(child -> child.pace().finalityDepth()).max().orElse(0)
        + 2;
  }
}
