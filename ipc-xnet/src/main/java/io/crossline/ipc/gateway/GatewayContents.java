// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a gateway holds when it is put on a chain whose history began elsewhere. Its coins and
 * tokens are not part of it: the chain and the tokens know them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param children the registered children, in the order of registration
 * @param approved the actors that the owner has approved
 * @param lastCheckpointHeight the block of the last checkpoint that was committed, 0 if none was
 */
public record GatewayContents(
    List<Subnet> children, List<EthAddress> approved, UInt256 lastCheckpointHeight) {
  /** What a new gateway holds. */
  public static final GatewayContents NONE =
      new GatewayContents(List.of(), List.of(), UInt256.ZERO);

  /** Copies the lists. */
  public GatewayContents {
    children = List.copyOf(children);
    approved = List.copyOf(approved);
  }

  /** Checks that a gateway of a network can hold it. */
  void requireFor(SubnetId network) {
    Set<SubnetId> given = new HashSet<>();
    for (Subnet child : children) {
      requireChild(network, child);
      if (!given.add(child.id())) {
        throw new IllegalArgumentException("gateway: the child " + child.id() + " is given twice");
      }
    }
  }

  void writeTo(GatewayState state) {
    approved.forEach(actor -> state.approved.put(actor, true));
    for (Subnet child : children) {
      state.childActors.add(child.id().actor());
      state.put(child);
    }
    state.lastCheckpointHeight.set(lastCheckpointHeight);
  }

  private static void requireChild(SubnetId network, Subnet child) {
    if (!network.child(child.id().actor()).equals(child.id())) {
      throw new IllegalArgumentException(
          "gateway: " + child.id() + " is not a child of " + network + ", where the gateway is");
    }
  }
}
