// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import io.crossline.messaging.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rocksdb.RocksDBException;

/** Measures what durability promises, in a temporary folder that is removed. */
final class DurableRounds {
  private static final int[] WRITES = {1, 100, 1_000};

  private DurableRounds() {}

  static List<Line> measure(Effort effort) {
    try {
      Path folder = Files.createTempDirectory("crossline-durable");
      try {
        return measure(folder, effort);
      } finally {
        remove(folder);
      }
    } catch (IOException | RocksDBException | StoreException | LinkageError e) {
      // RocksDB's native library is not there for every platform.
      String reason = "RocksDB does not run here (" + e + ")";
      return IntStream.of(WRITES).mapToObj(w -> DurableCommit.skipped(w, reason)).toList();
    }
  }

  private static List<Line> measure(Path folder, Effort effort) throws RocksDBException {
    List<DurableCommit> commits = new ArrayList<>();
    try {
      for (int writes : WRITES) {
        commits.add(new DurableCommit(folder, writes, effort.rounds()));
      }
      long warm = System.nanoTime() + effort.warmUpNanos();
      while (System.nanoTime() < warm) {
        round(commits, 0, effort.pairs());
      }
      for (int round = 0; round < effort.rounds(); round++) {
        round(commits, round, effort.pairs());
      }
      return commits.stream().map(DurableCommit::line).toList();
    } finally {
      commits.forEach(DurableCommit::close);
    }
  }

  private static void round(List<DurableCommit> commits, int round, int pairs)
      throws RocksDBException {
    for (DurableCommit each : commits) {
      each.round(round, pairs);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
