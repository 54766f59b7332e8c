// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.Asset;
import io.crossline.ipc.AssetKind;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.SubnetId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a gateway in between does not store: {@code checkCrossMessage}, by the tree alone. */
final class Refusals {
  private Refusals() {}

  /** Nothing if the message, which is for elsewhere, must be stored. */
  static Optional<InvalidXnetMessageReason> of(NetworkBook at, Sighting message) {
    SubnetId here = at.id();
    SubnetId from = message.from().subnetId();
    SubnetId to = message.to().subnetId();
    boolean turns = Way.isTurningPoint(here, from, to);
    boolean down = turns || !Way.isBottomUp(here, from, to);
    NetworkBook towardsTo = childTowards(at, to);
    if (down && towardsTo == null) {
      return Optional.of(InvalidXnetMessageReason.DST_SUBNET);
    }
    if (!here.root().equals(to.root())) {
      return Optional.of(InvalidXnetMessageReason.NO_ROUTE);
    }
    if (from.equals(here)) {
      return Optional.empty();
    }
    NetworkBook towardsFrom = childTowards(at, from);
    boolean compatible =
        turns
            ? supply(towardsFrom).equals(supply(towardsTo))
            : supply(down ? towardsTo : towardsFrom).kind() == AssetKind.NATIVE;
    return compatible
        ? Optional.empty()
        : Optional.of(InvalidXnetMessageReason.INCOMPATIBLE_SUPPLY_SOURCE);
  }

  /** The registered child that a network lies in. */
  static @Nullable NetworkBook childTowards(NetworkBook at, SubnetId target) {
    int depth = at.id().route().size();
    boolean below = target.route().size() > depth && Way.isAbove(at.id(), target);
    return below ? at.children.get(target.route().get(depth)) : null;
  }

  private static Asset supply(@Nullable NetworkBook child) {
    return child == null ? Asset.NATIVE : child.network.supply();
  }
}
