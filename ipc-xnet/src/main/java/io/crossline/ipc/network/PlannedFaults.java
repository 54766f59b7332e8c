// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.fault.FaultKind;
import io.crossline.core.fault.FaultPlan;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Refuses a plan that names a point which a tree has not, or what it cannot recover from. */
final class PlannedFaults {
  private PlannedFaults() {}

  static void require(FaultPlan plan, Collection<IpcSubnet> subnets, int deepestReorg) {
    Set<String> hops = new TreeSet<>(Set.of(IpcHops.ROOT));
    for (IpcSubnet subnet : subnets) {
      hops.add(IpcHops.node(subnet.name()));
      subnet.parent().ifPresent(parent -> hops.add(IpcHops.relay(subnet.name())));
    }
    for (FaultPlan.Point point : plan.byHand()) {
      if (!hops.contains(point.hop())) {
        throw new IllegalArgumentException(
            "faults: there is no hop \"" + point.hop() + "\"; there is " + hops);
      }
      if (point.fault().kind() == FaultKind.REORG) {
        requireShallow(point.fault().amount(), deepestReorg);
      }
    }
  }

  static void requireShallow(int blocks, long deepest) {
    if (blocks < 1 || blocks > deepest) {
      throw new IllegalArgumentException(
          "root: found a reorganisation of "
              + blocks
              + " blocks, must be from 1 to "
              + deepest
              + ": what lies deeper a child may have taken for final, and nothing in IPC recovers"
              + " from its loss");
    }
  }
}
