// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.gateway.SystemActors;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.ipc.IpcFinalState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What the chains of a tree hold, by the views of their gateways and by balances: for an {@link
 * io.crossline.simulation.audit.ipc.IpcAuditor} of one's own network.
 *
 * <p>Not thread-safe: use it as the network that it belongs to, one thread at a time.
 */
public final class TreeFinalState implements IpcFinalState {
  private final Map<SubnetId, IpcSubnet> subnets = new LinkedHashMap<>();
  private final Map<SubnetId, Set<EthAddress>> accounts = new LinkedHashMap<>();

  /**
   * Reads a network, each time that it is asked.
   *
   * @param network the network
   * @param owners who may own coins in a network of it, besides its gateway, faucet, subnet actors
   *     and {@link IpcSubnet#USER}: an account that is left out lacks in the sum of all coins
   */
  public TreeFinalState(IpcNetwork network, Function<IpcSubnet, Collection<EthAddress>> owners) {
    for (IpcSubnet subnet : network.subnets()) {
      subnets.put(subnet.id(), subnet);
      Set<EthAddress> all = new LinkedHashSet<>(owners.apply(subnet));
      all.add(subnet.gateway().address());
      all.add(SystemActors.BURNT_FUNDS_ACTOR);
      all.add(SystemActors.SYSTEM_ACTOR);
      all.add(IpcSubnet.USER);
      all.add(subnet.account("faucet"));
      subnet.gateway().view().listSubnets().forEach(child -> all.add(child.id().actor()));
      accounts.put(subnet.id(), all);
    }
  }

  private Set<EthAddress> accounts(SubnetId network) {
    Set<EthAddress> owners = accounts.get(network);
    if (owners == null) {
      throw new IllegalArgumentException("there is no network " + network);
    }
    return owners;
  }

  private IpcSubnet at(SubnetId network) {
    IpcSubnet subnet = subnets.get(network);
    if (subnet == null) {
      throw new IllegalArgumentException("there is no network " + network);
    }
    return subnet;
  }

  private Subnet asChild(SubnetId child) {
    return at(child)
        .parent()
        .orElseThrow()
        .gateway()
        .view()
        .subnet(child)
        .orElseThrow(() -> new IllegalStateException(child + " is not registered any more"));
  }

  @Override
  public UInt256 balance(SubnetId network, EthAddress account) {
    return at(network).balance(account);
  }

  @Override
  public UInt256 totalCoins(SubnetId network) {
    return accounts(network).stream()
        .map(account -> balance(network, account))
        .reduce(UInt256.ZERO, UInt256::plus);
  }

  @Override
  public UInt64 topDownNonce(SubnetId child) {
    return asChild(child).topDownNonce();
  }

  @Override
  public UInt64 appliedBottomUpNonce(SubnetId child) {
    return asChild(child).appliedBottomUpNonce();
  }

  @Override
  public UInt256 circSupply(SubnetId child) {
    return asChild(child).circSupply();
  }

  @Override
  public UInt64 appliedTopDownNonce(SubnetId network) {
    return at(network).gateway().view().appliedTopDownNonce();
  }

  @Override
  public UInt64 bottomUpNonce(SubnetId network) {
    return at(network).gateway().view().bottomUpNonce();
  }

  @Override
  public long postboxSize(SubnetId network) {
    return at(network).gateway().view().postboxMsgs().size();
  }

  @Override
  public UInt256 lastCheckpointHeight(SubnetId network) {
    return at(network).gateway().view().lastCheckpointHeight();
  }
}
