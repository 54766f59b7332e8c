// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.ipc.network.IpcNetwork;
import io.crossline.ipc.network.IpcNetworkBuilder;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.store.StateStore;
import io.crossline.simulation.audit.ipc.IpcAuditor;
import io.crossline.simulation.record.GatewayRecorder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A tree of IPC networks under traffic and faults. */
final class IpcSimulation extends NetworkSimulation<IpcNetwork> {
  private static final Set<String> ENDS = Set.of("ANSWERED", "UNANSWERED");
  private static final Set<String> UNDERWAY =
      Stream.of(MessageStatus.values())
          .filter(status -> !status.isFinal())
          .map(MessageStatus::name)
          .collect(Collectors.toUnmodifiableSet());
  private static final Duration STEP = Duration.ofSeconds(2);
  private static final int MOST_PER_STEP = 50;
  private static final int STEPS_AT_LEAST = 1800;
  private static final long CHAIN_ID = 314;

  private final boolean durable;
  private final boolean recording;
  private final long perStep;

  static IpcSimulation of(
      SimulationSettings settings, boolean recording, Optional<StateStore> store) {
    long perStep = perStep(settings);
    Duration traffic = STEP.multipliedBy((settings.messages() + perStep - 1) / perStep);
    FaultProfile profile =
        recording ? GatewayRecorder.withoutHandlerFaults(settings.profile()) : settings.profile();
    FaultPlan plan = FaultPlan.seeded(settings.seed(), profile);
    IpcNetworkBuilder builder = tree(settings, store.isPresent() ? plan : plan.until(traffic));
    if (settings.messages() > FORGETS_NOTHING && store.isEmpty()) {
      builder.forgetting();
    }
    store.ifPresent(builder::store);
    return new IpcSimulation(settings, builder.start(), recording, store.isPresent());
  }

  private IpcSimulation(
      SimulationSettings settings, IpcNetwork network, boolean recording, boolean durable) {
    super(
        settings,
        network,
        recording ? Optional.of(GatewayRecorder.attach(network)) : Optional.empty(),
        ENDS,
        UNDERWAY);
    this.durable = durable;
    this.recording = recording;
    perStep = perStep(settings);
  }

  private static long perStep(SimulationSettings settings) {
    return Math.max(1, Math.min(MOST_PER_STEP, settings.messages() / STEPS_AT_LEAST));
  }

  @Override
  public List<SimulatedChain> chains() {
    return network.subnets().stream()
        .map(subnet -> new SimulatedChain(subnet.name(), subnet.id().route().size()))
        .toList();
  }

  /**
   * Within which time after the last fault everything has to end: the longest absence and the
   * longest delay one after the other, and then, for each hop of a message and of its Result, the
   * time until a checkpoint is cut and relayed.
   */
  @Override
  Duration bound() {
    long hops = 4L * (settings.depth() - 1);
    Duration hop = SubnetTree.SLOWEST.multipliedBy(2 * SubnetTree.PERIOD);
    return settings.profile().longest().multipliedBy(2).plus(hop.multipliedBy(hops));
  }

  @Override
  public SimulationReport run(Progress progress) {
    IpcTraffic users = new IpcTraffic(network, settings, recording);
    IpcAuditor auditor = TreeAudit.of(network, opening(users), users.contracts());
    if (!durable) {
      network.listen(new IpcFeed(auditor));
    }
    while (users.sent() < settings.messages()) {
      users.send(Math.min(perStep, settings.messages() - users.sent()));
      network.advance(STEP);
      progress.at(users.sent(), settings.messages());
    }
    network.faults().stop();
    network.runUntil(() -> statistics.open() == 0, bound());
    // What is over for the messages has to get to the chains too.
    network.advance(SubnetTree.SLOWEST.multipliedBy(4 * SubnetTree.PERIOD));
    if (durable) {
      network.replay(0, new IpcFeed(auditor));
    }
    return report(auditor.finish(state(network, users), true));
  }

  private static IpcNetworkBuilder tree(SimulationSettings settings, FaultPlan plan) {
    IpcNetworkBuilder builder = IpcNetwork.root(CHAIN_ID).faults(plan);
    SubnetTree.describe(builder, settings);
    return builder;
  }

  /** What the tree held before the first message: one that goes on has a twin that has not run. */
  private TreeFinalState opening(IpcTraffic users) {
    if (!network.isReopened()) {
      return state(network, users);
    }
    IpcNetwork twin = tree(settings, FaultPlan.NONE).start();
    return state(twin, new IpcTraffic(twin, settings, recording));
  }

  private static TreeFinalState state(IpcNetwork network, IpcTraffic users) {
    return new TreeFinalState(network, subnet -> List.of(users.contract(subnet.id()).ethAddress()));
  }
}
