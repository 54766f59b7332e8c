// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.simulation.SimulatedSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process under load is killed with SIGKILL at random moments and started again on what it left.
 * Whatever it was told to be safe is there, and an auditor that reads nothing but the store finds
 * nothing lost and nothing doubled. {@code -Dcrossline.kills=2000} kills more often, and {@code
 * -Dcrossline.seed=42} in another way.
 */
class CrashTest {
  private static final int KILLS = Integer.getInteger("crossline.kills", 10);
  private static final long SEED = Long.getLong("crossline.seed", 1);

  /** How many kills one store has to stand. */
  private static final int KILLS_A_STORE = 10;

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void nothingAcknowledgedIsLostAndNothingIsDoubled(SimulatedSystem system)
      throws IOException, InterruptedException {
    int kills = Math.max(1, KILLS / SimulatedSystem.values().length);
    long commits = 0;
    for (int begun = 0; begun < kills; begun += KILLS_A_STORE) {
      Path directory = folder.resolve(system + "-" + begun);
      Killing killing = new Killing(system, directory, SEED + begun);
      for (int kill = begun; kill < Math.min(kills, begun + KILLS_A_STORE); kill++) {
        killing.kill();
      }
      killing.judge();
      commits += killing.commits();
      remove(directory);
    }
    assertThat(commits).as("commits that were acknowledged").isGreaterThan(kills);
  }

  private static void remove(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
