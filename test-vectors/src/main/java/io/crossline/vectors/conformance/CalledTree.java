// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The tree of a run: the contract in {@code home}, and one that calls it in each other network. Two
 * trees of the same kind have everything at the same addresses.
 */
final class CalledTree {
  /** Where the contract is. */
  static final String HOME = "home";

  /** The network below it. */
  static final String LOW = "home/low";

  private static final String AWAY = "away";

  /** All networks but the root. */
  static final List<String> CHILDREN = List.of(HOME, LOW, AWAY);

  private static final long CHAIN_ID = 314;
  private static final long PERIOD = 5;

  final IpcNetwork net;
  final Deployed<Reporting> called;
  final List<Deployed<Reporting>> callers = new ArrayList<>();

  CalledTree(IpcHandlerFaultConformance test, boolean faulty, long seed) {
    var builder = IpcNetwork.root(CHAIN_ID);
    CHILDREN.forEach(path -> builder.subnet(path, its -> its.withCheckpointPeriod(PERIOD)));
    if (faulty) {
      builder.faults(test.faults(seed));
    }
    net = builder.start();
    called = net.at(HOME).deploy("called", new Reporting(test.handler()));
    for (IpcSubnet subnet : net.subnets()) {
      if (!subnet.name().equals(HOME)) {
        // It takes whatever comes back.
        Reporting taker = new Reporting((envelope, context) -> Bytes.EMPTY);
        Deployed<Reporting> caller = subnet.deploy("caller", taker);
        UInt256 coins = UInt256.ZERO;
        for (int i = 0; i < test.messages(); i++) {
          coins = coins.plus(test.value());
        }
        subnet.give(caller.ethAddress(), coins);
        callers.add(caller);
      }
    }
  }

  /** Those who can own coins in a network, but for whom the contract pays. */
  Set<EthAddress> owners() {
    Set<EthAddress> owners = new LinkedHashSet<>();
    owners.add(called.ethAddress());
    callers.forEach(caller -> owners.add(caller.ethAddress()));
    return owners;
  }

  boolean isCaller(IpcAddress address) {
    return callers.stream().anyMatch(caller -> caller.address().equals(address));
  }

  /** Within which time after the last fault every call is answered. */
  static Duration drained(Duration longestAbsence) {
    return longestAbsence.multipliedBy(2).plus(Duration.ofMinutes(5));
  }
}
