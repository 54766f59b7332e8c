// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.tree;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.IpcContext;
import io.crossline.ipc.gateway.IpcHandler;
import io.crossline.ipc.gateway.SystemActors;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcNetworkBuilder;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.ipc.network.SubnetSettings;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A tree of networks as a seed gives it, with a contract in each that sends what it is told to and
 * takes what comes, and one that refuses everything.
 */
final class RandomTree implements AutoCloseable {
  static final UInt256 COINS = UInt256.of(1_000_000);
  static final UInt256 GIVEN = UInt256.of(10_000);
  private static final int MAX_DEPTH = 4;
  private static final List<String> ACCOUNTS = List.of("faucet", "user", "alice");

  final Random random;
  final IpcNetwork net;
  final List<IpcSubnet> networks;
  final Map<IpcSubnet, Deployed<Taker>> takers = new LinkedHashMap<>();
  final Map<IpcSubnet, Deployed<Refuser>> refusers = new LinkedHashMap<>();

  /** Takes every message, with or without coins. */
  static final class Taker implements IpcHandler {
    @Override
    public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
      return Bytes.utf8("taken");
    }
  }

  /** Refuses every message. */
  static final class Refuser implements IpcHandler {
    @Override
    public Bytes handleIpcMessage(IpcEnvelope envelope, IpcContext context) {
      throw context.revert("refused");
    }
  }

  RandomTree(long seed, int children, boolean tokens) {
    random = new Random(seed);
    IpcNetworkBuilder builder = IpcNetwork.root(314);
    List<String> paths = new ArrayList<>(List.of(""));
    for (int i = 0; i < children; i++) {
      String parent = paths.get(random.nextInt(paths.size()));
      String path = parent.isEmpty() ? "n" + i : parent + "/n" + i;
      if (path.split("/").length > MAX_DEPTH) {
        path = "n" + i;
      }
      boolean token = tokens && random.nextInt(3) == 0;
      builder.subnet(path, settings -> settings(settings, token));
      paths.add(path);
    }
    net = builder.start();
    networks = List.copyOf(net.subnets());
    for (IpcSubnet network : networks) {
      takers.put(network, network.deploy("taker", new Taker()));
      refusers.put(network, network.deploy("refuser", new Refuser()));
      network.give(takers.get(network).ethAddress(), GIVEN);
      network.give(network.account("alice"), GIVEN);
    }
  }

  private SubnetSettings settings(SubnetSettings defaults, boolean token) {
    SubnetSettings settings =
        defaults
            .withBlockTime(Duration.ofSeconds(1 + random.nextInt(3)))
            .withCheckpointPeriod(2 + random.nextInt(6))
            .withCoins(COINS, UInt256.of(random.nextInt(2) * 500L));
    return token ? settings.withSupplyToken("token") : settings;
  }

  IpcSubnet anyNetwork() {
    return networks.get(random.nextInt(networks.size()));
  }

  static IpcEnvelope call(IpcAddress to, UInt256 value, long number) {
    CallMsg call = new CallMsg(Bytes.utf8("take"), UInt256.of(number).toBytes32().toBytes());
    return IpcEnvelope.createCallMsg(IpcAddress.EMPTY, to, value, call);
  }

  /** Long enough for everything that is under way to end. */
  void settle() {
    net.advance(Duration.ofMinutes(10));
  }

  /** How many networks lie between two, the second counted. */
  static int distance(IpcSubnet from, IpcSubnet to) {
    int common = from.id().commonParent(to.id()).route().size();
    return from.id().route().size() + to.id().route().size() - 2 * common;
  }

  /** The coins of all who can own any in a network, without those that were burnt. */
  UInt256 owned(IpcSubnet network) {
    List<EthAddress> owners = new ArrayList<>();
    ACCOUNTS.forEach(name -> owners.add(network.account(name)));
    owners.add(network.gateway().address());
    owners.add(SystemActors.SYSTEM_ACTOR);
    owners.add(takers.get(network).ethAddress());
    owners.add(refusers.get(network).ethAddress());
    children(network).forEach(child -> owners.add(child.id().actor()));
    return owners.stream().map(network::balance).reduce(UInt256.ZERO, UInt256::plus);
  }

  static UInt256 burnt(IpcSubnet network) {
    return network.balance(SystemActors.BURNT_FUNDS_ACTOR);
  }

  List<IpcSubnet> children(IpcSubnet network) {
    return networks.stream()
        .filter(other -> other.parent().filter(network::equals).isPresent())
        .toList();
  }

  @Override
  public void close() {
    net.close();
  }
}
