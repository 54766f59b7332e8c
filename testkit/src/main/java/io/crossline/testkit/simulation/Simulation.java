// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit.simulation;

import io.crossline.core.trace.TimelineEntry;
import io.crossline.testkit.record.Recorder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A network under traffic and faults that follow from a seed. A simulation runs once.
 *
 * <p>Not thread-safe.
 */
public interface Simulation {
  /**
   * One that is ready to run.
   *
   * @param system the messaging system
   * @param settings what to simulate
   * @return the simulation
   */
  static Simulation of(SimulatedSystem system, SimulationSettings settings) {
    return system == SimulatedSystem.STARKNET
        ? new StarknetSimulation(settings, false)
        : new IpcSimulation(settings, false);
  }

  /**
   * One that is ready to run, and records what happens on the contracts as a vector. Of IPC, its
   * contracts then always accept or always refuse, and no handler fails by chance, because vectors
   * cannot say more.
   *
   * @param system the messaging system
   * @param settings what to simulate
   * @return the simulation, with a {@link #recorder}
   */
  static Simulation recorded(SimulatedSystem system, SimulationSettings settings) {
    return system == SimulatedSystem.STARKNET
        ? new StarknetSimulation(settings, true)
        : new IpcSimulation(settings, true);
  }

  /**
   * What records the run.
   *
   * @return the recorder, to be written when the run has ended; nothing unless it was asked for
   */
  Optional<Recorder> recorder();

  /**
   * Shows somebody every line of the timeline.
   *
   * @param listener who is shown it
   */
  void listen(Consumer<TimelineEntry> listener);

  /**
   * Runs it to its end: the traffic with its faults, then the time in which everything has to end.
   *
   * @param progress is told how many messages were sent, now and then
   * @return how it went
   */
  SimulationReport run(Progress progress);

  /**
   * The chains of the network.
   *
   * @return each before those below it
   */
  List<SimulatedChain> chains();

  /**
   * What identifies messages, by their short names. Those that the network has forgotten are not
   * among them; it forgets none in runs of up to {@value #FORGETS_NOTHING} messages.
   *
   * @return hash or tracing id by name
   */
  Map<String, String> ids();

  /** Up to how many messages a run may have of which nothing is forgotten. */
  int FORGETS_NOTHING = 20_000;

  /**
   * A chain of a simulated network.
   *
   * @param name as the timeline names it
   * @param depth how many chains lie above it
   */
  record SimulatedChain(String name, int depth) {}

  /** Is told how far a simulation is. */
  @FunctionalInterface
  interface Progress {
    /** Tells nobody. */
    Progress NONE = (done, of) -> {};

    /**
     * So much is done.
     *
     * @param done how many messages were sent
     * @param of how many there will be
     */
    void at(long done, long of);
  }
}
