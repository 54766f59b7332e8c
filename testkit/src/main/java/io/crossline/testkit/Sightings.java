// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.messaging.Envelope;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.List;

/** All that a spy has seen, in the order in which it saw it. */
final class Sightings<M extends Envelope> {
  private final List<Sighting<M>> all = new ArrayList<>();

  void add(String chain, UInt64 block, Sighting.What what, M message) {
    all.add(new Sighting<>(chain, block, what, message, "", true));
  }

  void addFailure(String chain, UInt64 block, M message, String reason) {
    all.add(new Sighting<>(chain, block, Sighting.What.FAILED, message, reason, true));
  }

  /** The blocks of a chain above a number are no longer on it. */
  void takenBack(String chain, UInt64 last) {
    all.replaceAll(
        seen ->
            seen.chain().equals(chain) && seen.block().compareTo(last) > 0
                ? seen.takenBack()
                : seen);
  }

  List<Sighting<M>> list() {
    return List.copyOf(all);
  }
}
