// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.fault.FaultPlan;
import io.crossline.messaging.store.StateStore;
import io.crossline.simulation.audit.starknet.StarknetAuditor;
import io.crossline.simulation.record.CoreRecorder;
import io.crossline.simulation.record.Recorder;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetNetworkBuilder;
import io.crossline.starknet.network.StarknetParameters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Both layers of Starknet under traffic and faults. */
final class StarknetSimulation extends NetworkSimulation<StarknetNetwork> {
  private static final Set<String> ENDS = Set.of("SETTLED", "CONSUMABLE");
  private static final Set<String> UNDERWAY = Set.of("SENT", "CONFIRMED", "ACCEPTED_ON_L2");
  private static final int LINES = 10_000;
  private static final int MOST_PER_BLOCK = 25;
  private static final int BLOCKS_AT_LEAST = 600;

  private final boolean durable;
  private final StarknetParameters parameters;
  private final long perBlock;

  static StarknetSimulation of(
      SimulationSettings settings, boolean recording, Optional<StateStore> store) {
    StarknetParameters parameters = StarknetParameters.DEFAULT;
    long perBlock = perBlock(settings);
    long blocks = (settings.messages() + perBlock - 1) / perBlock;
    FaultPlan plan = FaultPlan.seeded(settings.seed(), settings.profile());
    StarknetNetworkBuilder builder = StarknetNetwork.builder(parameters);
    store.ifPresentOrElse(
        kept -> builder.faults(plan).store(kept),
        () -> builder.faults(plan.until(parameters.l1BlockTime().multipliedBy(blocks))));
    StarknetNetwork network = builder.start();
    Optional<Recorder> recorder =
        recording ? Optional.of(CoreRecorder.attach(network)) : Optional.empty();
    if (settings.messages() > FORGETS_NOTHING && store.isEmpty()) {
      network.forgetFinished(LINES);
    }
    return new StarknetSimulation(settings, network, recorder, store.isPresent());
  }

  private StarknetSimulation(
      SimulationSettings settings,
      StarknetNetwork network,
      Optional<Recorder> recorder,
      boolean durable) {
    super(settings, network, recorder, ENDS, UNDERWAY);
    this.durable = durable;
    parameters = network.parameters();
    perBlock = perBlock(settings);
  }

  private static long perBlock(SimulationSettings settings) {
    return Math.max(1, Math.min(MOST_PER_BLOCK, settings.messages() / BLOCKS_AT_LEAST));
  }

  @Override
  public List<SimulatedChain> chains() {
    return List.of(new SimulatedChain("L1", 0), new SimulatedChain("L2", 1));
  }

  /**
   * Within which time after the last fault everything has to end: the longest absence and the
   * longest delay one after the other, what L1 and the sequencer wait for, and two settlements, of
   * which the first may be refused.
   */
  @Override
  Duration bound() {
    return settings
        .profile()
        .longest()
        .multipliedBy(2)
        .plus(parameters.l1BlockTime().multipliedBy(StarknetNetwork.MAX_L1_REORG))
        .plus(parameters.sequencer().cooldown())
        .plus(parameters.settlementInterval().multipliedBy(4));
  }

  @Override
  public SimulationReport run(Progress progress) {
    StarknetTraffic users = new StarknetTraffic(network, settings);
    StarknetAuditor auditor = LayersAudit.of(parameters);
    auditor.minted(users.coins());
    if (!durable) {
      network.listen(new StarknetFeed(auditor));
    }
    while (users.sent() < settings.messages()) {
      users.block(Math.min(perBlock, settings.messages() - users.sent()));
      network.advance(parameters.l1BlockTime());
      progress.at(users.sent(), settings.messages());
    }
    network.faults().stop();
    drain(users);
    users.requestCancellations();
    // A request that a reorganisation took away is made again, and takes its time again.
    while (users.wantsToCancel()) {
      network.advance(parameters.messageCancellationDelay());
      users.cancelAll();
    }
    drain(users);
    if (durable) {
      network.replay(0, new StarknetFeed(auditor));
    }
    return report(auditor.finish(new StarknetFinalState(network, users.senders()), true));
  }

  private void drain(StarknetTraffic users) {
    Duration end = network.time().plus(bound());
    do {
      users.block(0);
      network.advance(parameters.settlementInterval());
    } while (statistics.open() > 0 && network.time().compareTo(end) < 0);
    // What L2 has done for them has to be settled and final.
    network.advance(parameters.settlementInterval().multipliedBy(2));
  }
}
