// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.network.Agreement;
import io.crossline.messaging.Bytes32;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.l1.StarknetCore;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.l2.Sequencer.Inclusion;
import io.crossline.starknet.tracking.MessageId;
import io.crossline.starknet.tracking.MessageStatus;
import io.crossline.starknet.tracking.MessageTracker;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Where two books of the network must agree, it is looked whether they do. */
final class Books {
  /** Where L1 holds the message no more. */
  private static final Set<MessageStatus> GONE =
      EnumSet.of(MessageStatus.SETTLED, MessageStatus.CANCELLED, MessageStatus.ROLLED_BACK);

  private Books() {}

  /**
   * What a block of L1 says that was sent or cancelled is pending for the core contract if it is
   * for the tracker.
   */
  static void agree(StarknetCore core, MessageTracker tracker, List<CoreEvent> said) {
    for (CoreEvent event : said) {
      if (event instanceof LogMessageToL2 sent) {
        pending(core, tracker, sent.message().hash());
      } else if (event instanceof MessageToL2Canceled cancelled) {
        pending(core, tracker, cancelled.message().hash());
      }
    }
  }

  private static void pending(StarknetCore core, MessageTracker tracker, Bytes32 hash) {
    MessageId id = MessageId.toL2(hash);
    boolean tracked = tracker.status(id).filter(status -> !GONE.contains(status)).isPresent();
    boolean counted = !core.l1ToL2Messages(hash).isZero();
    Agreement.require(
        () -> id + " is pending on L1", "the core contract", counted, "the tracker", tracked);
  }

  /** A block of L2 has the transactions that the sequencer took from its queue, in their order. */
  static void agree(Block<L2Receipt> block, List<Inclusion> inclusions) {
    if (block.receipts().isEmpty() && inclusions.isEmpty()) {
      return;
    }
    List<L2Receipt> handled =
        block.receipts().stream().filter(receipt -> receipt.handled().isPresent()).toList();
    List<L2Receipt> taken =
        inclusions.stream()
            .flatMap(inclusion -> inclusion.receipt().stream())
            .filter(L2Receipt::included)
            .toList();
    Agreement.require(
        () -> "handled messages of L2 block " + block.info().number(),
        "the block",
        handled.size(),
        "the sequencer's queue",
        taken.size());
    for (int i = 0; i < taken.size(); i++) {
      int index = i;
      Agreement.require(
          () -> "handled message " + index + " of L2 block " + block.info().number(),
          "the block",
          handled.get(index).transaction(),
          "the sequencer's queue",
          taken.get(i).transaction());
    }
  }
}
