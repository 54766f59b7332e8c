// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.follow.FollowedChain.Entry;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Envelope;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.event.ConsumedMessageToL1;
import io.crossline.starknet.event.ConsumedMessageToL2;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import java.util.List;

/** Tells a tracker what the events of the core contract in one block say of messages. */
final class L1Reader {
  private final MessageTracker tracker;
  private final Entry<Sighting> block;
  private final BlockPoint point;

  L1Reader(MessageTracker tracker, Entry<Sighting> block, BlockPoint point) {
    this.tracker = tracker;
    this.block = block;
    this.point = point;
  }

  void read(List<CoreEvent> events) {
    for (CoreEvent event : events) {
      if (event instanceof LogMessageToL2 sent) {
        sent(sent.message());
      } else if (event instanceof MessageToL2CancellationStarted started) {
        toL2(MessageEvent.CANCELLATION_STARTED, started.message());
      } else if (event instanceof MessageToL2Canceled cancelled) {
        toL2(MessageEvent.CANCELED, cancelled.message());
      } else if (event instanceof ConsumedMessageToL2 consumed) {
        toL2(MessageEvent.CONSUMED_BY_L2, consumed.message());
      } else if (event instanceof LogMessageToL1 arrived) {
        toL1(MessageEvent.ARRIVED_ON_L1, arrived.message());
      } else if (event instanceof ConsumedMessageToL1 consumed) {
        toL1(MessageEvent.CONSUMED_ON_L1, consumed.message());
      }
    }
  }

  private void sent(L1ToL2Message message) {
    Bytes32 hash = message.hash();
    TrackedToL2 tracked = tracker.toL2(hash);
    tracker.see(block, tracked, Fact.of(MessageEvent.SENT_ON_L1, point, message));
    TrackedToL2.wordOutOfRange(message)
        .map(reason -> Fact.because(MessageEvent.WORD_OUT_OF_RANGE, point, reason))
        .ifPresent(fact -> tracker.see(block, tracked, fact));
  }

  private void toL2(MessageEvent event, Envelope message) {
    tracker.see(block, tracker.toL2(message.hash()), Fact.of(event, point, message));
  }

  private void toL1(MessageEvent event, L2ToL1Message message) {
    tracker.see(block, tracker.toL1(message), Fact.of(event, point, message));
  }
}
