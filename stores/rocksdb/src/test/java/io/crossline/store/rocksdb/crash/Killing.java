// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.simulation.SimulatedSystem;
import io.crossline.simulation.Simulation;
import io.crossline.simulation.SimulationReport;
import io.crossline.store.rocksdb.RocksDbStore;
import io.crossline.store.rocksdb.RocksDbStoreOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One store, whose process is killed at random moments, and what it was acknowledged till then. */
final class Killing {
  private static final int LONGEST_LIFE_MILLIS = 1_500;
  private static final String COMMIT = "commit ";
  private static final String MESSAGE = "message ";

  private final SimulatedSystem system;
  private final Path directory;
  private final long seed;
  private final Random random;
  private final Map<String, String> messages = new HashMap<>();
  private long commit;

  Killing(SimulatedSystem system, Path directory, long seed) {
    this.system = system;
    this.directory = directory;
    this.seed = seed;
    random = new Random(seed);
  }

  /** How many commits were acknowledged. */
  long commits() {
    return commit;
  }

  /** Starts a process on the store and kills it: mostly at work, now and then while it opens. */
  void kill() throws IOException, InterruptedException {
    boolean opening = random.nextInt(4) == 0;
    KilledProcess.run(
        KilledSimulation.class,
        List.of(system.name(), directory.toString(), "" + seed, "" + commit),
        random.nextInt(LONGEST_LIFE_MILLIS),
        line -> opening || line.startsWith(COMMIT),
        this::hear);
  }

  /** A line that was cut by the kill says nothing. */
  private void hear(String line) {
    String[] words = line.split(" ");
    if (line.startsWith(MESSAGE) && words.length == 3 && words[2].length() == 66) {
      // One that was lost would leave its name to another one.
      assertThat(messages.merge(words[1], words[2], (before, now) -> before))
          .as("%s: message %s, acknowledged before", system, words[1])
          .isEqualTo(words[2]);
    } else if (line.matches(COMMIT + "\\d+")) {
      // A number that was cut is too small, so it asks for less.
      commit = Math.max(commit, Long.parseLong(words[1]));
    }
  }

  /** Lets everything end, and has the auditor judge all that the store holds. */
  void judge() {
    RocksDbStoreOptions options = RocksDbStoreOptions.DEFAULT.expecting(commit);
    try (RocksDbStore store = RocksDbStore.open(directory, options)) {
      Simulation simulation = KilledSimulation.toBeJudged(system, seed, store);
      assertThat(simulation.ids()).as("acknowledged messages").containsAllEntriesOf(messages);
      SimulationReport report = simulation.run(Simulation.Progress.NONE);
      assertThat(report.audit().violations()).as("%s, seed %d", system, seed).isEmpty();
      assertThat(report.holds()).isTrue();
    }
  }
}
