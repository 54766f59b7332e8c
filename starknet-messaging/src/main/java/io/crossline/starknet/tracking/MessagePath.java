// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Leads a message through the table: what statuses the events that are known of it give. */
final class MessagePath {
  private static final Comparator<Fact> ORDER =
      Comparator.comparingInt((Fact fact) -> fact.event().rank())
          .thenComparing(fact -> fact.at().time());

  private MessagePath() {}

  /**
   * The statuses in order. It depends on the events alone, not on the order in which the layers
   * were seen.
   *
   * @param facts those of L1 before those of L2, each layer's in the order of its blocks
   */
  static List<Reached> of(Direction direction, List<Fact> facts) {
    List<Fact> ordered = new ArrayList<>(facts);
    ordered.sort(ORDER);
    List<Reached> path = new ArrayList<>();
    @Nullable MessageStatus status = null;
    for (Fact fact : ordered) {
      MessageStatus next = Transitions.next(direction, status, fact.event());
      if (next != null) {
        status = next;
        path.add(new Reached(next, fact.event(), fact.at(), fact.reason()));
      }
    }
    return path;
  }
}
