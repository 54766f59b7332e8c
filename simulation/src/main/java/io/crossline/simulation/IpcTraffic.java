// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.abi.Require;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.record.RecordableContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The users of a simulated tree: contracts that call each other across it, and accounts that send
 * coins up and down. In a tree that goes on in its store they have their coins already.
 */
final class IpcTraffic {
  private static final UInt256 COINS = UInt256.parse("0xffffffffffffffff");
  private static final EthAddress NOBODY =
      EthAddress.parse("0x00000000000000000000000000000000000dead0");

  private static final Bytes ACCEPTED = UInt256.ONE.toBytes32().toBytes();

  private final List<IpcSubnet> subnets;
  private final List<Deployed<IpcHandler>> contracts = new ArrayList<>();
  private final Random random;
  private final boolean orderly;
  private final Map<SubnetId, Deployed<IpcHandler>> byNetwork = new HashMap<>();
  private long sent;

  IpcTraffic(IpcNetwork network, SimulationSettings settings, boolean recording) {
    // One that goes on does something else than in the beginning.
    this.random = new Random(settings.seed() ^ network.time().toMillis());
    this.orderly = settings.isOrderly();
    subnets = network.subnets();
    sent = network.messages().stream().filter(message -> !message.name().startsWith("r")).count();
    for (IpcSubnet subnet : subnets) {
      Deployed<IpcHandler> contract =
          subnet.deploy("contract", recording ? recordable() : new SimulatedContract());
      give(subnet, contract.ethAddress());
      give(subnet, IpcSubnet.USER);
      contracts.add(contract);
      byNetwork.put(subnet.id(), contract);
    }
  }

  /** One that accepts; where users are not orderly, each third refuses. */
  /** On a tree that goes on they have them, unless its process ended before they were given. */
  private static void give(IpcSubnet subnet, EthAddress account) {
    if (subnet.balance(account).isZero()) {
      subnet.give(account, COINS);
    }
  }

  private IpcHandler recordable() {
    return orderly || contracts.size() % 3 != 2
        ? RecordableContract.accepting(ACCEPTED)
        : RecordableContract.refusing(new Require("not today").data());
  }

  List<Deployed<IpcHandler>> contracts() {
    return contracts;
  }

  long sent() {
    return sent;
  }

  /** Sends so many messages. */
  void send(long messages) {
    for (long i = 0; i < messages; i++) {
      sent++;
      int from = random.nextInt(subnets.size());
      // Orderly users send only Calls that are accepted, each with words of its own.
      int dice = orderly ? 30 + random.nextInt(70) : random.nextInt(100);
      if (dice < 10) {
        transfer(subnets.get(from), dice < 2);
      } else {
        call(from, dice);
      }
    }
  }

  private void call(int from, int dice) {
    int other = random.nextInt(subnets.size() - 1);
    IpcAddress to = contracts.get(other < from ? other : other + 1).address();
    if (dice < 12) {
      // A network that nobody registered: some gateway on the way refuses.
      to = IpcAddress.of(to.subnetId().child(NOBODY), NOBODY);
    } else if (dice < 14) {
      // An account, which no Call can reach.
      to = IpcAddress.of(to.subnetId(), NOBODY);
    }
    Bytes method =
        dice < 30
            ? SimulatedContract.REFUSE
            : dice < 50 ? SimulatedContract.RETURN : SimulatedContract.ACCEPT;
    UInt256 value = UInt256.of(dice % 3 == 0 ? 0 : random.nextInt(1000));
    CallMsg call =
        new CallMsg(
            method, UInt256.of(orderly ? sent : random.nextInt(2000)).toBytes32().toBytes());
    IpcAddress target = to;
    // One that is refused at once, such as for an unknown network below, is no message.
    contracts
        .get(from)
        .transactAs(
            IpcSubnet.USER, UInt256.ZERO, (contract, context) -> context.send(target, call, value));
  }

  /** Sends coins to an account of the parent, or of a child. */
  private void transfer(IpcSubnet from, boolean toContract) {
    UInt256 value = UInt256.of(1 + random.nextInt(1000));
    List<SubnetId> children =
        from.gateway().view().listSubnets().stream().map(s -> s.id()).toList();
    boolean down = from.parent().isEmpty() || !children.isEmpty() && random.nextBoolean();
    if (down) {
      SubnetId child = children.get(random.nextInt(children.size()));
      EthAddress to = toContract ? receiver(child) : IpcSubnet.USER;
      from.follow(() -> from.gateway().as(IpcSubnet.USER).fund(child, FvmAddress.of(to), value));
    } else {
      SubnetId parent = from.parent().orElseThrow().id();
      EthAddress to = toContract ? receiver(parent) : IpcSubnet.USER;
      from.follow(() -> from.gateway().as(IpcSubnet.USER).release(FvmAddress.of(to), value));
    }
  }

  /** The contract of a network. */
  Deployed<IpcHandler> contract(SubnetId subnet) {
    Deployed<IpcHandler> contract = byNetwork.get(subnet);
    if (contract == null) {
      throw new IllegalArgumentException("there is no network " + subnet);
    }
    return contract;
  }

  private EthAddress receiver(SubnetId subnet) {
    return contract(subnet).ethAddress();
  }
}
