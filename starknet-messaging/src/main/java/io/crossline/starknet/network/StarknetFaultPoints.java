// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultPoints;
import io.crossline.messaging.Address;
import io.crossline.starknet.Felt;
import io.crossline.starknet.l2.L2Contract;
import io.crossline.starknet.l2.L2View;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;

/** Refuses faults at hops and handlers that a Starknet network has not. */
record StarknetFaultPoints(Supplier<L2View> l2) implements FaultPoints {
  @Override
  public void require(FaultPlan.Point point) {
    FaultPoints.requireHop(point, StarknetHops.kinds());
  }

  @Override
  public void requireHandler(Address contract, String method) {
    Optional<L2Contract> deployed =
        contract instanceof Felt address ? l2.get().contract(address) : Optional.empty();
    SortedSet<String> names =
        deployed
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "faults: no contract is deployed at "
                            + contract
                            + " on L2; deploy it before its handlers are made to fail"))
            .handlerNames();
    if (!method.isEmpty() && !names.contains(method)) {
      throw new IllegalArgumentException(
          "faults: the contract at "
              + contract
              + " has no handler \""
              + method
              + "\"; there is "
              + names);
    }
  }
}
