// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.Direction;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which networks a message passes, both ends included. */
final class Route {
  private Route() {}

  /** Up to the lowest network above both, and down; under different roots, up to the first root. */
  static List<SubnetId> between(SubnetId from, SubnetId to) {
    SubnetId top = from.commonParent(to);
    List<SubnetId> way = new ArrayList<>();
    Optional<SubnetId> here = Optional.of(from);
    while (here.isPresent() && here.get().depth() >= top.depth()) {
      way.add(here.get());
      here = here.get().parent();
    }
    if (!top.isEmpty()) {
      SubnetId below = top;
      for (EthAddress actor : to.route().subList(top.depth(), to.depth())) {
        below = below.child(actor);
        way.add(below);
      }
    }
    return way;
  }

  /**
   * What is known of the way of a message of which no log shows more than the tracing id: such a
   * one goes up. From the lowest network that speaks of it to the highest.
   */
  static List<SubnetId> up(Collection<SubnetId> seen) {
    List<SubnetId> way = new ArrayList<>();
    Optional<SubnetId> here = seen.stream().max(Comparator.comparingInt(SubnetId::depth));
    int top = seen.stream().mapToInt(SubnetId::depth).min().orElse(0);
    while (here.isPresent() && here.get().depth() >= top) {
      way.add(here.get());
      here = here.get().parent();
    }
    return way;
  }

  static Direction direction(SubnetId from, SubnetId to) {
    return to.depth() > from.depth() ? Direction.TOP_DOWN : Direction.BOTTOM_UP;
  }
}
