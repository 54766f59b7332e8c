// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit.simulation;

import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.gateway.SystemActors;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.testkit.audit.ipc.IpcFinalState;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the chains of a tree hold, by the views of their gateways and by balances. */
final class IpcEndOfRun implements IpcFinalState {
  private final Map<SubnetId, IpcSubnet> subnets = new LinkedHashMap<>();
  private final Map<SubnetId, Set<EthAddress>> accounts = new LinkedHashMap<>();

  IpcEndOfRun(IpcNetwork network, List<Deployed<IpcHandler>> contracts) {
    for (IpcSubnet subnet : network.subnets()) {
      subnets.put(subnet.id(), subnet);
      Set<EthAddress> owners = new LinkedHashSet<>();
      owners.add(subnet.gateway().address());
      owners.add(SystemActors.BURNT_FUNDS_ACTOR);
      owners.add(SystemActors.SYSTEM_ACTOR);
      owners.add(IpcSubnet.USER);
      owners.add(subnet.account("faucet"));
      subnet.gateway().view().listSubnets().forEach(child -> owners.add(child.id().actor()));
      accounts.put(subnet.id(), owners);
    }
    for (Deployed<IpcHandler> contract : contracts) {
      accounts(contract.subnet().id()).add(contract.ethAddress());
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
