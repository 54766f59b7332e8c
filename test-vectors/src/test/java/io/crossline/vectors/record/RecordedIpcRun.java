// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.record;

import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.network.Deployed;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcNetworkBuilder;
import io.crossline.ipc.network.IpcSubnet;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.record.GatewayRecorder;
import io.crossline.simulation.record.RecordableContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A tree of three levels under rough faults, with users who call and pay across it. */
final class RecordedIpcRun {
  private static final EthAddress NOBODY =
      EthAddress.parse("0x00000000000000000000000000000000000dead0");
  private static final UInt256 COINS = UInt256.of(1_000_000);

  final IpcNetwork network;
  final GatewayRecorder recorder;
  private final Random random;
  private final List<Deployed<RecordableContract>> contracts = new ArrayList<>();

  RecordedIpcRun(long seed, int mostSteps, FaultProfile profile) {
    random = new Random(seed);
    IpcNetworkBuilder builder =
        IpcNetwork.root(314).faults(FaultPlan.seeded(seed, profile)).forgetting();
    builder.rootSettings(its -> its.withCheckpointPeriod(10));
    for (String path : List.of("a", "b", "a/c")) {
      builder.subnet(path, its -> its.withCheckpointPeriod(10));
    }
    network = builder.start();
    recorder = GatewayRecorder.attach(network, mostSteps);
    for (IpcSubnet subnet : network.subnets()) {
      deploy(subnet, "ok", RecordableContract.accepting(Bytes.parse("0x0102")));
      deploy(subnet, "no", RecordableContract.refusing(Bytes.parse("0x03c56b")));
      subnet.give(IpcSubnet.USER, COINS);
    }
  }

  /** Rough faults but those of handlers, which vectors cannot tell. */
  static FaultProfile rough() {
    return GatewayRecorder.withoutHandlerFaults(FaultProfile.ROUGH);
  }

  private void deploy(IpcSubnet subnet, String name, RecordableContract contract) {
    Deployed<RecordableContract> deployed = subnet.deploy(name, contract);
    subnet.give(deployed.ethAddress(), COINS);
    contracts.add(deployed);
  }

  /** So many times two seconds, with a message or none in each. */
  void run(int times) {
    for (int i = 0; i < times; i++) {
      int dice = random.nextInt(10);
      if (dice < 3) {
        call();
      } else if (dice == 3) {
        transfer();
      }
      network.advance(Duration.ofSeconds(2));
    }
  }

  private void call() {
    Deployed<RecordableContract> from = any();
    IpcAddress other = any().address();
    IpcAddress to =
        switch (random.nextInt(8)) {
          case 0 -> IpcAddress.of(other.subnetId(), NOBODY);
          case 1 -> IpcAddress.of(other.subnetId().child(NOBODY), NOBODY);
          default -> other;
        };
    from.transactAs(
        IpcSubnet.USER,
        UInt256.ZERO,
        (contract, context) ->
            context.send(
                to, new CallMsg(Bytes.utf8("ping"), Bytes.EMPTY), UInt256.of(random.nextInt(3))));
  }

  private Deployed<RecordableContract> any() {
    return contracts.get(random.nextInt(contracts.size()));
  }

  private void transfer() {
    IpcSubnet child = network.at(random.nextBoolean() ? "a" : "a/c");
    IpcSubnet parent = child.parent().orElseThrow();
    FvmAddress to = FvmAddress.of(random.nextBoolean() ? IpcSubnet.USER : NOBODY);
    SubnetId id = child.id();
    UInt256 value = UInt256.of(random.nextInt(5));
    if (random.nextBoolean()) {
      parent.follow(() -> parent.gateway().as(IpcSubnet.USER).fund(id, to, value));
    } else {
      child.follow(() -> child.gateway().as(IpcSubnet.USER).release(to, value));
    }
  }
}
