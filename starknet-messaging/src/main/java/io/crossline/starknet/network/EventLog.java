// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.store.Outbox;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.network.NetworkEvent.BlocksFinalized;
import io.crossline.starknet.network.NetworkEvent.BlocksTakenBack;
import io.crossline.starknet.network.NetworkEvent.L1BlockFinished;
import io.crossline.starknet.network.NetworkEvent.L2BlockFinished;
import io.crossline.starknet.network.NetworkEvent.StateUpdateSent;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Who is told what happens, and when: the network's own parts at once; others at once too where
 * nothing is kept, and otherwise when it is safe. What they are told is in the outbox then.
 */
final class EventLog implements NetworkListener {
  private final Optional<Outbox> outbox;
  private final Listeners inside = new Listeners();
  private final Listeners outside = new Listeners();
  private final Deque<NetworkEvent> untold = new ArrayDeque<>();
  private boolean telling;
  private long work;

  EventLog(Optional<Outbox> outbox) {
    this.outbox = outbox;
  }

  /** Those who are told at once. */
  Listeners inside() {
    return inside;
  }

  /** Those who are told of nothing that could still be lost. */
  Listeners outside() {
    return outside;
  }

  /** How much happened so far: it grows with each event and each transaction. */
  long work() {
    return work;
  }

  /** What was collected last is safe. */
  void committed() {
    outbox.ifPresent(Outbox::committed);
  }

  /**
   * Tells the others what is safe. What one of them throws comes out of here when all are told of
   * everything.
   */
  void tell() {
    if (telling) {
      return;
    }
    telling = true;
    List<RuntimeException> failures = new ArrayList<>();
    try {
      while (!untold.isEmpty()) {
        NetworkEvent event = untold.remove();
        outside.each(listener -> tell(event, listener, failures));
      }
    } finally {
      telling = false;
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  private static void tell(
      NetworkEvent event, NetworkListener listener, List<RuntimeException> failures) {
    try {
      event.tell(listener);
    } catch (RuntimeException e) {
      // Not before the others are told: it is not their fault.
      failures.add(e);
    }
  }

  private void happened(NetworkEvent event, int transactions) {
    work += 1L + transactions;
    event.tell(inside);
    if (outbox.isEmpty()) {
      event.tell(outside);
    } else {
      outbox.get().append(event.encode());
      untold.add(event);
    }
  }

  @Override
  public void l1Block(Block<Receipt> block) {
    happened(new L1BlockFinished(block), block.receipts().size());
  }

  @Override
  public void l2Block(Block<L2Receipt> block, List<LeftOut> leftOut) {
    happened(new L2BlockFinished(block, leftOut), block.receipts().size());
  }

  @Override
  public void takenBack(Layer layer, UInt64 last) {
    happened(new BlocksTakenBack(layer, last), 0);
  }

  @Override
  public void finalized(Layer layer, UInt64 last) {
    happened(new BlocksFinalized(layer, last), 0);
  }

  @Override
  public void stateUpdate(ProgramOutput output, Outcome<LogStateUpdate> outcome) {
    happened(new StateUpdateSent(output, outcome), 0);
  }
}
