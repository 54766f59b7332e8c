// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.fault;

import io.crossline.messaging.Address;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where something can go wrong in a network: a fault that names another point is refused when it is
 * planned, because it would never strike and a test that counts on it would prove nothing.
 *
 * <p>Called on the thread that runs the network.
 */
public interface FaultPoints {
  /** Takes every name: the faults of no network. */
  FaultPoints ANY =
      new FaultPoints() {
        @Override
        public void require(FaultPlan.Point point) {}

        @Override
        public void requireHandler(Address contract, String method) {}
      };

  /**
   * Refuses a fault that cannot strike.
   *
   * @param point the fault, and where
   * @throws IllegalArgumentException if there is no such point, or the fault cannot happen there
   */
  void require(FaultPlan.Point point);

  /**
   * Refuses a handler that there is not.
   *
   * @param contract where it is
   * @param method its name; empty for the whole contract
   * @throws IllegalArgumentException if the contract is not deployed or has no such handler
   */
  void requireHandler(Address contract, String method);

  /**
   * Refuses a fault at a hop that there is not, or of a kind that cannot happen there.
   *
   * @param point the fault, and where
   * @param hops which kinds can happen at each hop
   * @throws IllegalArgumentException if it cannot strike
   */
  static void requireHop(FaultPlan.Point point, Map<String, Set<FaultKind>> hops) {
    Set<FaultKind> possible = hops.get(point.hop());
    if (possible == null) {
      throw new IllegalArgumentException(
          "faults: there is no hop \""
              + point.hop()
              + "\"; there is "
              + new TreeSet<>(hops.keySet()));
    }
    Faults.requirePossible(point.hop(), point.fault().kind(), possible);
  }
}
