// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.chain.Block;
import io.crossline.ipc.topdown.ParentView;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;

/** The finished blocks of one network, from block 0 on. */
final class BlockArchive implements ParentView {
  private final List<Block> blocks = new ArrayList<>();

  void add(Block block) {
    if (block.info().number().longValueExact() != blocks.size()) {
      throw new IllegalStateException(
          "block " + block.info().number() + " follows block " + (blocks.size() - 1));
    }
    blocks.add(block);
  }

  @Override
  public UInt64 head() {
    return UInt64.of(blocks.size() - 1L);
  }

  @Override
  public Bytes32 blockHash(UInt64 height) {
    return block(height).hash();
  }

  @Override
  public List<Log> logs(UInt64 height) {
    return block(height).logs();
  }

  Block block(UInt64 height) {
    if (height.compareTo(head()) > 0) {
      throw new IllegalArgumentException(
          "block " + height + " is not finished; the last one is " + head());
    }
    return blocks.get((int) height.longValueExact());
  }
}
