// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.ipc.topdown.ParentView;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The finished blocks of one network: from block 0 on, or, where those are dropped that nobody
 * needs, at least the latest ones.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class BlockArchive implements ParentView {
  /** How many blocks are kept at least: {@value}. */
  public static final int KEPT = 64;

  private final List<Block<Receipt>> blocks = new ArrayList<>();
  private final Map<String, Long> needs = new HashMap<>();
  private long first;

  /** Goes on with the blocks that a store holds; if it holds none, before the open one. */
  public void restore(List<Block<Receipt>> restored, UInt64 open) {
    first = open.longValueExact() - restored.size();
    blocks.addAll(restored);
  }

  void add(Block<Receipt> block) {
    if (block.info().number().longValueExact() != first + blocks.size()) {
      throw new IllegalStateException(
          "block " + block.info().number() + " follows block " + head());
    }
    blocks.add(block);
  }

  /** Gives up the latest block. */
  Block<Receipt> removeLast() {
    return blocks.remove(blocks.size() - 1);
  }

  /** Somebody says from which block on it still needs them. */
  void need(String who, UInt64 from) {
    needs.put(who, from.longValueExact());
  }

  /** Drops blocks that nobody has said to need, but not the latest ones. */
  void drop(long kept) {
    long last = first + blocks.size() - Math.max(kept, KEPT);
    for (long need : needs.values()) {
      last = Math.min(last, need);
    }
    // Not one by one: the rest of the list moves each time.
    if (last - first >= KEPT) {
      blocks.subList(0, (int) (last - first)).clear();
      first = last;
    }
  }

  public int size() {
    return blocks.size();
  }

  /** The first block that is kept. */
  public UInt64 first() {
    return UInt64.of(first);
  }

  @Override
  public UInt64 head() {
    return UInt64.of(first + blocks.size() - 1L);
  }

  @Override
  public Bytes32 blockHash(UInt64 height) {
    return block(height).hash();
  }

  @Override
  public List<Log> logs(UInt64 height) {
    return block(height).logs();
  }

  public Block<Receipt> block(UInt64 height) {
    if (height.compareTo(head()) > 0) {
      throw new IllegalArgumentException(
          "block " + height + " is not finished; the last one is " + head());
    }
    long index = height.longValueExact() - first;
    if (index < 0) {
      throw new IllegalArgumentException(
          "block " + height + " is not kept any more; the first one that is is " + first);
    }
    return blocks.get((int) index);
  }
}
