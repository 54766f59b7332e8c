// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.UInt64;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The sendings on L1 that do not have the confirmations yet, oldest first. */
final class Unconfirmed {
  private final UInt64 needed;
  private final Deque<Sighting> sendings = new ArrayDeque<>();

  Unconfirmed(int needed) {
    this.needed = UInt64.of(needed);
  }

  void sent(Sighting sending) {
    sendings.addLast(sending);
  }

  /** Takes out what has the confirmations with a block, as events of that block. */
  List<Sighting> confirmedBy(BlockPoint head) {
    List<Sighting> confirmed = new ArrayList<>();
    while (!sendings.isEmpty()
        && head.number().minus(sendings.getFirst().fact().at().number()).compareTo(needed) >= 0) {
      Sighting sending = sendings.removeFirst();
      Fact reached = Fact.of(MessageEvent.CONFIRMATIONS_REACHED, head);
      confirmed.add(new Sighting(sending.message(), reached, Optional.of(sending)));
    }
    return confirmed;
  }

  /** Goes back to where it was before an event. */
  void takeBack(Sighting sighting) {
    if (sighting.fact().event() == MessageEvent.SENT_ON_L1) {
      sendings.removeLast();
    }
    sighting.confirms().ifPresent(sendings::addFirst);
  }
}
