// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.network.Outbox;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.MessageTracker;
import io.crossline.starknet.tracking.ObservedL1Block;
import io.crossline.starknet.tracking.ObservedL2Block;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import io.crossline.starknet.tracking.ObservedReceipt;
import java.util.List;

/** Shows a tracker what the network does. */
record TrackerFeed(MessageTracker tracker) implements NetworkListener {
  /** Shows it what it has not taken in yet. */
  void catchUp(Outbox outbox) {
    outbox.read(
        tracker.position(),
        (position, event) -> {
          NetworkEvent.decode(event).tell(this);
          tracker.position(position);
          return true;
        });
  }

  @Override
  public void l1Block(Block<Receipt> block) {
    tracker.append(ObservedL1Block.of(block));
  }

  @Override
  public void l2Block(Block<L2Receipt> block, List<LeftOut> leftOut) {
    tracker.append(
        new ObservedL2Block(
            block.info(),
            block.hash(),
            block.parentHash(),
            block.receipts().stream().map(ObservedReceipt::of).toList(),
            leftOut));
  }

  @Override
  public void takenBack(Layer layer, UInt64 last) {
    tracker.rollbackTo(layer, last);
  }

  @Override
  public void finalized(Layer layer, UInt64 last) {
    tracker.finalized(layer, last);
  }
}
