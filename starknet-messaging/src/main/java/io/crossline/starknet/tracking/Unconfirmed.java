// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.UInt64;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The sendings on L1 that do not have the confirmations yet, oldest first. */
final class Unconfirmed {
  private final UInt64 needed;
  private final Deque<Sending> sendings = new ArrayDeque<>();

  /** A message, and the number of the block that it was sent in. */
  record Sending(MessageKey message, UInt64 block) {}

  Unconfirmed(int needed) {
    this.needed = UInt64.of(needed);
  }

  void sent(MessageKey message, UInt64 block) {
    sendings.addLast(new Sending(message, block));
  }

  /** Takes out what has the confirmations with a block. */
  List<Sending> confirmedBy(UInt64 head) {
    List<Sending> confirmed = new ArrayList<>();
    while (!sendings.isEmpty() && isConfirmed(sendings.getFirst().block, head)) {
      confirmed.add(sendings.removeFirst());
    }
    return confirmed;
  }

  /** A block of before has completed the confirmations of a message. */
  void confirmed(MessageKey message) {
    sendings.removeIf(sending -> sending.message.equals(message));
  }

  /** Whether a message that was sent in a block has the confirmations with another one. */
  boolean isConfirmed(UInt64 block, UInt64 head) {
    return head.compareTo(block) >= 0 && head.minus(block).compareTo(needed) >= 0;
  }

  /** Goes back to where it was before a block said something. */
  void takeBack(Sighting sighting) {
    if (sighting.event() == MessageEvent.SENT_ON_L1) {
      sendings.removeLast();
    }
    sighting
        .confirms()
        .ifPresent(block -> sendings.addFirst(new Sending(sighting.message(), block)));
  }
}
