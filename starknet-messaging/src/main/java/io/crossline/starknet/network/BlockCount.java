// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.util.List;

/**
 * Counts the blocks that a layer finishes; those that take the places of lost ones do not count.
 */
final class BlockCount implements NetworkListener {
  private final Layer layer;
  private UInt64 highest = UInt64.ZERO;
  long blocks;

  BlockCount(Layer layer) {
    this.layer = layer;
  }

  @Override
  public void l1Block(Block<Receipt> block) {
    if (block.info().number().compareTo(highest) > 0) {
      highest = block.info().number();
      count(Layer.L1);
    }
  }

  @Override
  public void l2Block(Block<L2Receipt> block, List<LeftOut> leftOut) {
    count(Layer.L2);
  }

  private void count(Layer where) {
    blocks += where == layer ? 1 : 0;
  }
}
