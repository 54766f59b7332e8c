// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.fault.FaultPlan;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.store.StateStore;
import io.crossline.simulation.audit.starknet.StarknetAuditor;
import io.crossline.simulation.record.CoreRecorder;
import io.crossline.simulation.record.Recorder;
import io.crossline.starknet.network.MessageReport;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetParameters;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Both layers of Starknet under traffic and faults. */
final class StarknetSimulation implements Simulation {
  private static final Set<String> ENDS = Set.of("SETTLED", "CONSUMABLE");
  private static final Set<String> UNDERWAY = Set.of("SENT", "CONFIRMED", "ACCEPTED_ON_L2");
  private static final int LINES = 10_000;
  private static final int MOST_PER_BLOCK = 25;
  private static final int BLOCKS_AT_LEAST = 600;

  private final SimulationSettings settings;
  private final Optional<StateStore> store;
  private final StarknetParameters parameters = StarknetParameters.DEFAULT;
  private final Duration traffic;
  private final long perBlock;
  private final StarknetNetwork network;
  private final Optional<Recorder> recorder;
  private final RunStatistics statistics = new RunStatistics(ENDS, UNDERWAY);
  private final TraceDigest digest = new TraceDigest();

  StarknetSimulation(SimulationSettings settings, boolean recording, Optional<StateStore> store) {
    this.settings = settings;
    this.store = store;
    perBlock = Math.max(1, Math.min(MOST_PER_BLOCK, settings.messages() / BLOCKS_AT_LEAST));
    long blocks = (settings.messages() + perBlock - 1) / perBlock;
    traffic = parameters.l1BlockTime().multipliedBy(blocks);
    FaultPlan plan = FaultPlan.seeded(settings.seed(), settings.profile());
    network =
        store
            .map(kept -> StarknetNetwork.create(parameters, plan, kept))
            .orElseGet(() -> StarknetNetwork.create(parameters, plan.until(traffic)));
    recorder = recording ? Optional.of(CoreRecorder.attach(network)) : Optional.empty();
    if (settings.messages() > FORGETS_NOTHING && store.isEmpty()) {
      network.forgetFinished(LINES);
    }
    network
        .messages()
        .forEach(message -> statistics.known(message.name(), message.status().name()));
    network.timeline().listen(digest);
    network.timeline().listen(statistics);
  }

  @Override
  public void listen(Consumer<TimelineEntry> listener) {
    network.timeline().listen(listener);
  }

  @Override
  public Optional<Recorder> recorder() {
    return recorder;
  }

  @Override
  public List<SimulatedChain> chains() {
    return List.of(new SimulatedChain("L1", 0), new SimulatedChain("L2", 1));
  }

  @Override
  public Map<String, String> ids() {
    Map<String, String> ids = new HashMap<>();
    for (MessageReport message : network.messages()) {
      ids.put(message.name(), message.state().id().hash().toString());
    }
    return ids;
  }

  /**
   * Within which time after the last fault everything has to end: the longest absence and the
   * longest delay one after the other, what L1 and the sequencer wait for, and two settlements, of
   * which the first may be refused.
   */
  private Duration bound() {
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
    if (store.isEmpty()) {
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
    if (store.isPresent()) {
      network.replay(0, new StarknetFeed(auditor));
    }
    return new SimulationReport(
        statistics.statuses(),
        statistics.latency(),
        network.faults().injected(),
        settings.judge(auditor.finish(new StarknetFinalState(network, users.senders()), true)),
        digest.hex(),
        digest.lines(),
        network.time(),
        bound());
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
