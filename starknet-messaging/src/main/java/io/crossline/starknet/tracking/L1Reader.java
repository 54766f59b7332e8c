// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.follow.FollowedChain.Entry;
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
import java.util.Optional;

/** Says what the events of the core contract in one block tell of messages. */
final class L1Reader {
  private final CoreQueue queue;
  private final Entry<Sighting> block;
  private final BlockPoint point;

  L1Reader(CoreQueue queue, Entry<Sighting> block, BlockPoint point) {
    this.queue = queue;
    this.block = block;
    this.point = point;
  }

  void read(List<CoreEvent> events) {
    for (CoreEvent event : events) {
      if (event instanceof LogMessageToL2 sent) {
        sent(sent.message());
      } else if (event instanceof MessageToL2CancellationStarted started) {
        say(MessageEvent.CANCELLATION_STARTED, started.message());
      } else if (event instanceof MessageToL2Canceled cancelled) {
        say(MessageEvent.CANCELED, cancelled.message());
      } else if (event instanceof ConsumedMessageToL2 consumed) {
        say(MessageEvent.CONSUMED_BY_L2, consumed.message());
      } else if (event instanceof LogMessageToL1 arrived) {
        say(MessageEvent.ARRIVED_ON_L1, arrived.message());
      } else if (event instanceof ConsumedMessageToL1 consumed) {
        say(MessageEvent.CONSUMED_ON_L1, consumed.message());
      }
    }
  }

  private void sent(L1ToL2Message message) {
    say(MessageEvent.SENT_ON_L1, message);
    TrackedToL2.wordOutOfRange(message)
        .map(reason -> Fact.because(MessageEvent.WORD_OUT_OF_RANGE, point, reason))
        .ifPresent(fact -> queue.say(block, key(message), fact, Optional.empty()));
  }

  private void say(MessageEvent event, Envelope message) {
    queue.say(block, key(message), Fact.of(event, point), Optional.of(message));
  }

  private static MessageKey key(Envelope message) {
    return message instanceof L2ToL1Message toL1
        ? TrackedToL1.key(toL1)
        : new MessageKey(Direction.L1_TO_L2, message.hash());
  }
}
