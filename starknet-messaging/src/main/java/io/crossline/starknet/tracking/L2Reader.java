// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.follow.FollowedChain.Entry;
import io.crossline.messaging.Bytes32;
import io.crossline.starknet.L2ToL1Message;
import java.util.Optional;

/** Tells a tracker what the receipts of one block of L2 say of messages. */
final class L2Reader {
  private final MessageTracker tracker;
  private final Entry<Sighting> block;
  private final BlockPoint point;

  L2Reader(MessageTracker tracker, Entry<Sighting> block, BlockPoint point) {
    this.tracker = tracker;
    this.block = block;
    this.point = point;
  }

  void read(ObservedL2Block shown) {
    for (ObservedL2Block.LeftOut message : shown.leftOut()) {
      tracker.see(
          block,
          tracker.toL2(message.messageHash()),
          Fact.because(MessageEvent.LEFT_OUT_BY_SEQUENCER, point, message.reason()));
    }
    for (ObservedReceipt receipt : shown.receipts()) {
      receipt.messageHash().ifPresent(hash -> handled(hash, receipt));
      for (L2ToL1Message message : receipt.messagesSent()) {
        tracker.see(block, tracker.toL1(message), Fact.of(MessageEvent.SENT_ON_L2, point, message));
      }
    }
  }

  private void handled(Bytes32 hash, ObservedReceipt receipt) {
    MessageEvent event =
        receipt.revertReason().isPresent()
            ? MessageEvent.HANDLER_REVERTED
            : MessageEvent.HANDLER_SUCCEEDED;
    tracker.see(
        block,
        tracker.toL2(hash),
        new Fact(event, point, Optional.empty(), Optional.of(receipt), receipt.revertReason()));
  }
}
