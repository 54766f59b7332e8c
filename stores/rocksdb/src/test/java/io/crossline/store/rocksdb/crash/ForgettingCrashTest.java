// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.network.Outbox;
import io.crossline.store.rocksdb.RocksDbStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A network that forgets what is consumed is killed with SIGKILL at random moments: its consumer is
 * told every event, each time as the same one, and nothing is forgotten that it was not told.
 * {@code -Dcrossline.kills=50} kills more often.
 */
class ForgettingCrashTest {
  private static final int KILLS = Math.max(2, Integer.getInteger("crossline.kills", 10) / 5);
  private static final int LONGEST_LIFE_MILLIS = 1_500;

  @TempDir private Path folder;

  private final Map<Long, String> told = new HashMap<>();
  private long latest;
  private long last;
  private long first = 1;

  @Test
  void theConsumerIsToldEverything() throws IOException, InterruptedException {
    Random random = new Random(1);
    Path store = folder.resolve("store");
    for (int kill = 0; kill < KILLS; kill++) {
      run(store, random.nextInt(LONGEST_LIFE_MILLIS));
    }
    assertThat(first).isGreaterThan(1);
    try (RocksDbStore kept = RocksDbStore.open(store)) {
      Outbox outbox = new Outbox(kept);
      assertThat(outbox.first()).isGreaterThanOrEqualTo(first).isLessThanOrEqualTo(last + 1);
      List<Long> left = new ArrayList<>();
      outbox.read(0, (position, event) -> left.add(position));
      assertThat(left.get(0)).isEqualTo(outbox.first());
      assertThat(left).hasSize((int) (outbox.last() - outbox.first() + 1));
    }
  }

  private void run(Path store, int millis) throws IOException, InterruptedException {
    KilledProcess.run(
        KilledConsumer.class,
        List.of(store.toString()),
        millis,
        line -> line.startsWith("first "),
        this::hear);
    // The last line before a kill may be cut.
    told.remove(latest);
  }

  /** A line that was cut by the kill says nothing. */
  private void hear(String line) {
    if (line.matches("event \\d+ -?\\d+")) {
      String[] words = line.split(" ");
      long position = Long.parseLong(words[1]);
      assertThat(position).as("told behind event %d", last).isLessThanOrEqualTo(last + 1);
      assertThat(told.getOrDefault(position, words[2]))
          .as("event %d, told again", position)
          .isEqualTo(words[2]);
      told.put(position, words[2]);
      latest = position;
      last = Math.max(last, position);
    } else if (line.matches("first \\d+ \\d+")) {
      first = Long.parseLong(line.split(" ")[1]);
      assertThat(first).as("forgotten before it was told").isLessThanOrEqualTo(last + 1);
    }
  }
}
