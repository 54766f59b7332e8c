// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.network.MessageStanding;
import io.crossline.core.network.Network;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.simulation.audit.AuditReport;
import io.crossline.simulation.record.Recorder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the simulations of both systems have in common: who counts and digests the lines of the
 * timeline, and the report in the end.
 *
 * @param <N> the system's network
 */
abstract class NetworkSimulation<N extends Network<?>> implements Simulation {
  final SimulationSettings settings;
  final N network;
  final RunStatistics statistics;
  private final Optional<Recorder> recorder;
  private final TraceDigest digest = new TraceDigest();

  /**
   * Takes a network that nobody has used yet, and the statuses that {@link RunStatistics} knows.
   */
  NetworkSimulation(
      SimulationSettings settings,
      N network,
      Optional<Recorder> recorder,
      Set<String> ends,
      Set<String> underway) {
    this.settings = settings;
    this.network = network;
    this.recorder = recorder;
    statistics = new RunStatistics(ends, underway);
    network
        .messages()
        .forEach(message -> statistics.known(message.name(), message.status().name()));
    network.timeline().listen(digest);
    network.timeline().listen(statistics);
  }

  /** Within which time after the last fault everything has to end. */
  abstract Duration bound();

  @Override
  public final void listen(Consumer<TimelineEntry> listener) {
    network.timeline().listen(listener);
  }

  @Override
  public final Optional<Recorder> recorder() {
    return recorder;
  }

  @Override
  public final Map<String, String> ids() {
    Map<String, String> ids = new HashMap<>();
    for (MessageStanding message : network.messages()) {
      ids.put(message.name(), message.tracingId().toString());
    }
    return ids;
  }

  /** How it went, with what the auditor found. */
  final SimulationReport report(AuditReport found) {
    return new SimulationReport(
        statistics.statuses(),
        statistics.latency(),
        network.faults().injected(),
        settings.judge(found),
        digest.hex(),
        digest.lines(),
        network.time(),
        bound());
  }
}
