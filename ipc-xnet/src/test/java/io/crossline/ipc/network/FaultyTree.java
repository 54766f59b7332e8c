// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.FaultPlan;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import java.time.Duration;
import java.util.List;

/**
 * A root with a child and a grandchild, a handler in each, and the question whether everything that
 * was sent arrived once.
 */
final class FaultyTree {
  static final CallMsg PING = new CallMsg(Bytes.utf8("ping"), Bytes.EMPTY);
  static final UInt256 FIVE = UInt256.of(5);

  /** Takes everything and says nothing. */
  private static final IpcHandler QUIET = (envelope, context) -> Bytes.EMPTY;

  final IpcNetwork net;
  final Deployed<IpcHandler> root;
  final Deployed<IpcHandler> games;
  final Deployed<IpcHandler> chess;

  FaultyTree(FaultPlan plan) {
    this(IpcNetwork.root(314).subnet("games").subnet("games/chess").faults(plan));
  }

  FaultyTree(IpcNetworkBuilder builder) {
    net = builder.start();
    root = net.root().deploy("rooty", QUIET);
    games = net.at("games").deploy("gamer", QUIET);
    chess = net.at("games/chess").deploy("chesser", QUIET);
    for (Deployed<IpcHandler> contract : contracts()) {
      contract.subnet().give(contract.ethAddress(), UInt256.of(1_000_000));
    }
  }

  List<Deployed<IpcHandler>> contracts() {
    return List.of(root, games, chess);
  }

  /** Sends a call with five coins. */
  static IpcEnvelope send(Deployed<IpcHandler> from, Deployed<IpcHandler> to) {
    return from.transactAs(
            IpcSubnet.USER,
            UInt256.ZERO,
            (handler, context) -> context.send(to.address(), PING, FIVE))
        .orThrow();
  }

  static UInt256 owns(Deployed<IpcHandler> contract) {
    return contract.subnet().balance(contract.ethAddress());
  }

  static Duration seconds(long count) {
    return Duration.ofSeconds(count);
  }

  MessageStatus status(IpcEnvelope message) {
    return net.message(message.tracingId()).orElseThrow().status();
  }

  /** The lines that speak of faults, without time. */
  List<String> faultLines() {
    return net.timeline().entries().stream()
        .filter(entry -> entry.what().startsWith("fault: "))
        .map(entry -> entry.what())
        .toList();
  }

  /** How many messages the gateway of a network applied, by its own count. */
  static long applied(IpcSubnet parent, IpcSubnet child) {
    return parent
        .gateway()
        .view()
        .subnet(child.id())
        .orElseThrow()
        .appliedBottomUpNonce()
        .longValueExact();
  }

  /** What circulates in each child is what its parent counts. */
  void requireConserved() {
    for (IpcSubnet subnet : net.subnets()) {
      subnet
          .parent()
          .ifPresent(
              parent -> {
                UInt256 counted =
                    parent.gateway().view().subnet(subnet.id()).orElseThrow().circSupply();
                assertThat(subnet.circulatingSupply()).as(subnet.name()).isEqualTo(counted);
              });
    }
  }
}
