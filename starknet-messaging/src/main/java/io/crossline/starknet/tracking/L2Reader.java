// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.follow.FollowedChain.Entry;
import io.crossline.messaging.Bytes32;
import io.crossline.starknet.L2ToL1Message;
import java.util.Optional;

/** Says what the receipts of one block of L2 tell of messages. */
final class L2Reader {
  private final CoreQueue queue;
  private final Entry<Sighting> block;
  private final BlockPoint point;

  L2Reader(CoreQueue queue, Entry<Sighting> block, BlockPoint point) {
    this.queue = queue;
    this.block = block;
    this.point = point;
  }

  void read(ObservedL2Block shown) {
    for (ObservedL2Block.LeftOut message : shown.leftOut()) {
      say(
          message.messageHash(),
          Fact.because(MessageEvent.LEFT_OUT_BY_SEQUENCER, point, message.reason()));
    }
    for (ObservedReceipt receipt : shown.receipts()) {
      receipt.messageHash().ifPresent(hash -> say(hash, handled(receipt)));
      for (L2ToL1Message message : receipt.messagesSent()) {
        queue.say(
            block,
            TrackedToL1.key(message),
            Fact.of(MessageEvent.SENT_ON_L2, point),
            Optional.of(message));
      }
    }
  }

  private void say(Bytes32 hash, Fact fact) {
    queue.say(block, new MessageKey(Direction.L1_TO_L2, hash), fact, Optional.empty());
  }

  private Fact handled(ObservedReceipt receipt) {
    return new Fact(
        receipt.revertReason().isPresent()
            ? MessageEvent.HANDLER_REVERTED
            : MessageEvent.HANDLER_SUCCEEDED,
        point,
        Optional.of(receipt::transactionHash),
        receipt.revertReason());
  }
}
