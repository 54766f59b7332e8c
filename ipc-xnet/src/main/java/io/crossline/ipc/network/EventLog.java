// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.store.Outbox;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.messaging.UInt64;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Who is told what happens, and when: the network's own parts at once; others at once too where
 * nothing is kept, and otherwise when it is safe. What these are told is in the outbox then.
 */
final class EventLog implements IpcNetworkListener {
  private final IpcNetwork network;
  private final Optional<Outbox> outbox;
  private final Listeners inside = new Listeners();
  private final Listeners outside = new Listeners();
  private final Deque<IpcNetworkEvent> untold = new ArrayDeque<>();
  private boolean begun;
  private boolean telling;

  EventLog(IpcNetwork network, Optional<Outbox> outbox) {
    this.network = network;
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

  /** The tree stands: what happens from now on is told. */
  void begin() {
    begun = true;
  }

  /** What was collected last is safe: tells it. If a listener fails, the rest is told next time. */
  void committed() {
    outbox.ifPresent(Outbox::committed);
    if (telling) {
      return;
    }
    telling = true;
    try {
      while (!untold.isEmpty()) {
        untold.remove().tell(network, outside);
      }
    } finally {
      telling = false;
    }
  }

  private void happened(IpcNetworkEvent event) {
    outbox.ifPresent(
        kept -> {
          if (begun) {
            kept.append(event.encode());
            untold.add(event);
          }
        });
  }

  @Override
  public void sealed(IpcSubnet at, Block<Receipt> block) {
    inside.sealed(at, block);
    if (outbox.isEmpty()) {
      outside.sealed(at, block);
    } else {
      happened(new IpcNetworkEvent.BlockFinished(at.name(), block));
    }
  }

  @Override
  public void takenBack(IpcSubnet at, UInt64 last) {
    inside.takenBack(at, last);
    if (outbox.isEmpty()) {
      outside.takenBack(at, last);
    } else {
      happened(new IpcNetworkEvent.BlocksTakenBack(at.name(), last));
    }
  }

  @Override
  public void delivered(IpcSubnet at, Delivery delivery) {
    inside.delivered(at, delivery);
    if (outbox.isEmpty()) {
      outside.delivered(at, delivery);
    } else {
      happened(new IpcNetworkEvent.MessageDelivered(at.name(), delivery));
    }
  }
}
