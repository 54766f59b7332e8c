// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.fault.FaultKind;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultPoints;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcHops;
import io.crossline.ipc.network.node.BlockArchive;
import io.crossline.messaging.Address;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Refuses faults at hops and handlers that a tree has not, or from which it cannot recover. */
final class IpcFaultPoints implements FaultPoints {
  private final Map<String, Set<FaultKind>> hops = new TreeMap<>();
  private final int deepestReorg;
  private final Predicate<IpcAddress> deployed;

  /** With who knows whether a contract is deployed at an address. */
  IpcFaultPoints(Map<String, SubnetSettings> tree, Predicate<IpcAddress> deployed) {
    this.deployed = deployed;
    deepestReorg = deepestReorg(tree);
    hops.put(IpcHops.ROOT, IpcHops.ROOT_KINDS);
    for (String path : tree.keySet()) {
      hops.put(IpcHops.node(path), IpcHops.NODE_KINDS);
      if (!path.equals(IpcNetworkBuilder.ROOT)) {
        hops.put(IpcHops.relay(path), IpcHops.RELAY_KINDS);
      }
    }
  }

  /** How many blocks of the root can be lost: what a child has taken for final must stay. */
  int deepestReorg() {
    return deepestReorg;
  }

  private static int deepestReorg(Map<String, SubnetSettings> tree) {
    return tree.entrySet().stream()
        .filter(child -> !child.getKey().equals(IpcNetworkBuilder.ROOT))
        .filter(child -> IpcNetworkBuilder.parentOf(child.getKey()).equals(IpcNetworkBuilder.ROOT))
        .mapToInt(child -> (int) Math.min(child.getValue().finalityDepth(), Integer.MAX_VALUE))
        .min()
        .orElse(BlockArchive.KEPT);
  }

  @Override
  public void require(FaultPlan.Point point) {
    FaultPoints.requireHop(point, hops);
  }

  /**
   * Refuses a plan that loses what a child takes for final; by hand, a larger number counts less.
   */
  void requireShallow(FaultPlan plan) {
    for (FaultPlan.Point point : plan.byHand()) {
      if (point.fault().kind() == FaultKind.REORG) {
        requireShallow(point.fault().amount(), deepestReorg);
      }
    }
  }

  static void requireShallow(int blocks, long deepest) {
    if (blocks < 1 || blocks > deepest) {
      throw new IllegalArgumentException(
          """
          root: found a reorganisation of %d blocks, must be from 1 to %d: what lies deeper a child \
          may have taken for final, and nothing in IPC recovers from its loss"""
              .formatted(blocks, deepest));
    }
  }

  @Override
  public void requireHandler(Address contract, String method) {
    if (!(contract instanceof IpcAddress address && deployed.test(address))) {
      throw new IllegalArgumentException(
          "faults: no contract is deployed at "
              + contract
              + "; deploy it before it is made to fail, and name it by Deployed.address()");
    }
    if (!method.isEmpty()) {
      throw new IllegalArgumentException(
          "faults: found the handler \""
              + method
              + "\", but an IPC contract has one handler without a name: make the contract fail");
    }
  }
}
