// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.ipc.Asset;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.gateway.GatewayView;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcNetworkListener;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.AuditReport;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A real network that an auditor watches. */
final class AuditedRun implements IpcNetworkListener, IpcFinalState {
  static final EthAddress BURN = EthAddress.parse("0x0000000000000000000000000000000000000063");

  /** Takes everything but calls that say "no" and some Results, and says that it took it. */
  static final IpcHandler TELLER =
      (envelope, context) -> {
        boolean refuses =
            envelope.kind() == EnvelopeKind.RESULT && envelope.localNonce().bits() % 7 == 3;
        if (refuses || CallMsgs.says(envelope, "no")) {
          throw context.revert("no");
        }
        context.emit(HandledLog.of(envelope).toLog(context.self()));
        return Bytes.EMPTY;
      };

  final IpcNetwork net;
  final Map<String, Deployed<IpcHandler>> tellers = new LinkedHashMap<>();
  private final Map<SubnetId, Set<EthAddress>> owners = new LinkedHashMap<>();
  private final Map<SubnetId, IpcSubnet> subnets = new LinkedHashMap<>();
  private final IpcAuditor auditor;

  AuditedRun(IpcNetwork net) {
    this.net = net;
    for (IpcSubnet subnet : net.subnets()) {
      subnets.put(subnet.id(), subnet);
      owners.put(subnet.id(), new LinkedHashSet<>());
      owns(subnet, subnet.account("faucet"));
      owns(subnet, subnet.gateway().address());
      owns(subnet, BURN);
      owns(subnet, IpcSubnet.USER);
      Deployed<IpcHandler> teller = subnet.deploy("teller", TELLER);
      tellers.put(subnet.name(), teller);
      owns(subnet, teller.ethAddress());
      subnet.give(teller.ethAddress(), UInt256.of(1_000_000));
      subnet.give(IpcSubnet.USER, UInt256.of(1_000_000));
      subnet.parent().ifPresent(parent -> owns(parent, subnet.id().actor()));
    }
    auditor = new IpcAuditor(net.subnets().stream().map(this::audited).toList());
    tellers.values().forEach(t -> auditor.reportsHandling(t.subnet().id(), t.ethAddress(), false));
    net.listen(this);
  }

  private void owns(IpcSubnet subnet, EthAddress account) {
    owners.get(subnet.id()).add(account);
  }

  private AuditedNetwork audited(IpcSubnet subnet) {
    return new AuditedNetwork(
        subnet.id(),
        subnet.gateway().address(),
        subnet
            .settings()
            .supplyToken()
            .map(token -> Asset.erc20(subnet.parent().orElseThrow().token(token).address()))
            .orElse(Asset.NATIVE),
        totalCoins(subnet.id()),
        subnet.parent().isPresent() ? circSupply(subnet.id()) : UInt256.ZERO,
        subnet.settings().checkpointPeriod());
  }

  IpcEnvelope send(String from, String to, String word, long value) {
    CallMsg call = new CallMsg(Bytes.utf8(word), Bytes.EMPTY);
    return tellers
        .get(from)
        .transact(
            (handler, context) -> context.send(tellers.get(to).address(), call, UInt256.of(value)))
        .orThrow();
  }

  /** Shows the open blocks, and ends the audit. */
  AuditReport finish(boolean drained) {
    for (IpcSubnet subnet : net.subnets()) {
      List<Log> logs =
          subnet.chain().receiptsSince(0).stream()
              .map(Receipt::outcome)
              .flatMap(outcome -> outcome.logs().stream())
              .toList();
      auditor.block(subnet.id(), subnet.chain().block().number(), logs);
    }
    return auditor.finish(this, drained);
  }

  @Override
  public void sealed(IpcSubnet at, Block<Receipt> block) {
    auditor.block(at.id(), block.info().number(), block.logs());
  }

  @Override
  public void takenBack(IpcSubnet at, UInt64 last) {
    auditor.takenBack(at.id(), last);
  }

  @Override
  public UInt256 balance(SubnetId network, EthAddress account) {
    return subnets.get(network).balance(account);
  }

  @Override
  public UInt256 totalCoins(SubnetId network) {
    return owners.get(network).stream()
        .map(account -> balance(network, account))
        .reduce(UInt256.ZERO, UInt256::plus);
  }

  @Override
  public UInt64 topDownNonce(SubnetId child) {
    return atParent(child).topDownNonce();
  }

  @Override
  public UInt64 appliedBottomUpNonce(SubnetId child) {
    return atParent(child).appliedBottomUpNonce();
  }

  @Override
  public UInt256 circSupply(SubnetId child) {
    return atParent(child).circSupply();
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

  private GatewayView view(SubnetId network) {
    return subnets.get(network).gateway().view();
  }

  private Subnet atParent(SubnetId child) {
    return view(child.getParentSubnet()).subnet(child).orElseThrow();
  }
}
