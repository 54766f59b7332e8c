// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.store.StateStore;
import io.crossline.simulation.record.Recorder;
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
        ? StarknetSimulation.of(settings, false, Optional.empty())
        : IpcSimulation.of(settings, false, Optional.empty());
  }

  /**
   * Sets up a simulation that a store keeps. If there is one already, whose process ended before it
   * did, it goes on there until as many messages are sent; its trace and its latencies begin anew.
   * The auditor judges all that the store holds.
   *
   * @param system which system
   * @param settings as the one had that is in the store
   * @param store where it is kept
   * @return the simulation
   * @throws io.crossline.core.network.DifferentSetupException if the store holds the run of another
   *     system, seed, profile or shape of the tree
   * @throws io.crossline.messaging.store.StoreException if the store fails
   */
  static Simulation on(SimulatedSystem system, SimulationSettings settings, StateStore store) {
    StoredSettings.check(system, settings, store);
    return system == SimulatedSystem.STARKNET
        ? StarknetSimulation.of(settings, false, Optional.of(store))
        : IpcSimulation.of(settings, false, Optional.of(store));
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
        ? StarknetSimulation.of(settings, true, Optional.empty())
        : IpcSimulation.of(settings, true, Optional.empty());
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
