// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.SubnetId;
import io.crossline.ipc.trace.Sighting.Step;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What each gateway sent to each neighbour, by local nonce: from its parent and from each child a
 * gateway takes nonces in their order only.
 */
final class Queues {
  private final Map<Key, NavigableMap<UInt64, Sighting>> queues = new HashMap<>();

  /** A sender, and the child it sends to; nothing for the parent. */
  private record Key(SubnetId from, Optional<EthAddress> child) {}

  void add(Sighting sighting) {
    if (isNumbered(sighting)) {
      queues.computeIfAbsent(key(sighting), key -> new TreeMap<>()).put(nonce(sighting), sighting);
    }
  }

  void remove(Sighting sighting) {
    if (isNumbered(sighting)) {
      NavigableMap<UInt64, Sighting> queue = queues.getOrDefault(key(sighting), new TreeMap<>());
      queue.remove(nonce(sighting), sighting);
      if (queue.isEmpty()) {
        queues.remove(key(sighting));
      }
    }
  }

  /** What was sent the same way after a message. */
  Collection<Sighting> after(Sighting sighting) {
    return isNumbered(sighting)
        ? queues
            .getOrDefault(key(sighting), new TreeMap<>())
            .tailMap(nonce(sighting), false)
            .values()
        : List.of();
  }

  private static boolean isNumbered(Sighting sighting) {
    return sighting.step() == Step.SENT_DOWN || sighting.step() == Step.CUT;
  }

  private static Key key(Sighting sighting) {
    return new Key(sighting.at().network(), sighting.child());
  }

  private static UInt64 nonce(Sighting sighting) {
    return sighting.envelope().orElseThrow().localNonce();
  }
}
