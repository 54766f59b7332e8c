// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb.crash;

import io.crossline.core.fault.FaultProfile;
import io.crossline.messaging.store.StateStore;
import io.crossline.simulation.SimulatedSystem;
import io.crossline.simulation.Simulation;
import io.crossline.simulation.SimulationSettings;
import io.crossline.store.rocksdb.RocksDbStore;
import io.crossline.store.rocksdb.RocksDbStoreOptions;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The program that is killed: a simulation on a store, which never comes to its end. It says what
 * it was acknowledged: how many commits, and which messages there are.
 */
public final class KilledSimulation {
  /** Absences are short, so that a run that has lost its process often ends soon. */
  private static final FaultProfile PROFILE =
      new FaultProfile(
          "hostile in short",
          FaultProfile.HOSTILE.perHour(),
          Duration.ofMinutes(10),
          FaultProfile.HOSTILE.deepestReorg());

  private static final long ENDLESS = 1_000_000_000L;

  private KilledSimulation() {}

  /** The simulation in a store, to be judged; it sends no more messages. */
  static Simulation toBeJudged(SimulatedSystem system, long seed, StateStore store) {
    return Simulation.on(system, SimulationSettings.of(1, seed, PROFILE), store);
  }

  /**
   * Runs until somebody kills it.
   *
   * @param args the system, the directory, the seed, and the commit that must be there at least
   */
  public static void main(String[] args) {
    SimulatedSystem system = SimulatedSystem.valueOf(args[0]);
    RocksDbStoreOptions options = RocksDbStoreOptions.DEFAULT.expecting(Long.parseLong(args[3]));
    PrintStream out = System.out;
    try (RocksDbStore store = RocksDbStore.open(Path.of(args[1]), options)) {
      SimulationSettings settings =
          SimulationSettings.of(ENDLESS, Long.parseLong(args[2]), PROFILE);
      Simulation simulation = Simulation.on(system, settings, store);
      Map<String, String> told = new HashMap<>();
      simulation.run(
          (done, of) -> {
            long safe = store.sequence();
            simulation
                .ids()
                .forEach(
                    (name, id) -> {
                      if (told.put(name, id) == null) {
                        out.println("message " + name + " " + id);
                      }
                    });
            out.println("commit " + safe);
            out.flush();
          });
    }
  }
}
