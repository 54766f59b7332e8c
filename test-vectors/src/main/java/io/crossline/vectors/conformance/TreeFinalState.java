// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.gateway.GatewayView;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.testkit.audit.ipc.IpcFinalState;
import java.util.List;
import java.util.Set;

/** What the networks of a run hold: the views of their gateways, and balances. */
record TreeFinalState(CalledTree tree, List<EthAddress> payees) implements IpcFinalState {
  private IpcSubnet at(SubnetId network) {
    return tree.net.subnets().stream()
        .filter(subnet -> subnet.id().equals(network))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no network " + network));
  }

  private GatewayView view(SubnetId network) {
    return at(network).gateway().view();
  }

  private Subnet asChild(SubnetId child) {
    return view(child.getParentSubnet()).subnet(child).orElseThrow();
  }

  @Override
  public UInt256 balance(SubnetId network, EthAddress account) {
    return at(network).balance(account);
  }

  @Override
  public UInt256 totalCoins(SubnetId network) {
    Set<EthAddress> owners = tree.owners(at(network));
    owners.addAll(payees);
    UInt256 sum = UInt256.ZERO;
    for (EthAddress owner : owners) {
      sum = sum.plus(balance(network, owner));
    }
    return sum;
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
    return view(network).appliedTopDownNonce();
  }

  @Override
  public UInt64 bottomUpNonce(SubnetId network) {
    return view(network).bottomUpNonce();
  }

  @Override
  public long postboxSize(SubnetId network) {
    return view(network).postboxMsgs().size();
  }

  @Override
  public UInt256 lastCheckpointHeight(SubnetId network) {
    return view(network).lastCheckpointHeight();
  }
}
