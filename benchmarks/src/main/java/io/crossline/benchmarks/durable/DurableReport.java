// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.durable;

import io.crossline.starknet.l1.SentMessage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Prints how many messages a second producers get acknowledged, and how long reopening takes. */
public final class DurableReport {
  private static final int[] PRODUCERS = {1, 4, 16, 64};
  private static final long SAMPLE_NANOS = 2_000_000_000L;
  private static final int PENDING = 1_000_000;
  private static final int UNDERWAY = 4096;
  private static final double NANOS = 1e9;

  private final PrintStream out;

  private DurableReport(PrintStream out) {
    this.out = out;
  }

  /**
   * Measures, in a temporary folder that is removed.
   *
   * @param out where the figures go
   */
  public static void print(PrintStream out) {
    try {
      Path folder = Files.createTempDirectory("crossline-durable");
      try {
        new DurableReport(out).run(folder);
      } finally {
        try (Stream<Path> all = Files.walk(folder)) {
          for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(Path folder) {
    Path place = folder.resolve("store");
    try (DurableCore core = new DurableCore(place)) {
      producers(core, PRODUCERS[PRODUCERS.length - 1]);
      for (int producers : PRODUCERS) {
        long syncs = core.syncs();
        double perSecond = producers(core, producers);
        out.printf(
            "%3d producers %,9.0f messages acknowledged a second, %,6d syncs%n",
            producers, perSecond, core.syncs() - syncs);
      }
      fill(core);
    }
    long start = System.nanoTime();
    try (DurableCore core = new DurableCore(place)) {
      out.printf(
          "reopened with %,d pending messages in %.1f s%n",
          core.sent(), (System.nanoTime() - start) / NANOS);
    }
  }

  /** Each waits for its own message before it sends the next. */
  private static double producers(DurableCore core, int count) {
    long end = System.nanoTime() + SAMPLE_NANOS;
    long[] sent = new long[count];
    List<Thread> threads = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      int own = i;
      Thread thread =
          new Thread(
              () -> {
                while (System.nanoTime() < end) {
                  core.send().join();
                  sent[own]++;
                }
              });
      thread.start();
      threads.add(thread);
    }
    long total = 0;
    for (int i = 0; i < count; i++) {
      join(threads.get(i));
      total += sent[i];
    }
    return total / ((System.nanoTime() - start) / NANOS);
  }

  private static void fill(DurableCore core) {
    List<CompletableFuture<SentMessage>> underway = new ArrayList<>();
    while (core.sent() < PENDING) {
      for (int i = 0; i < UNDERWAY; i++) {
        underway.add(core.send());
      }
      underway.forEach(CompletableFuture::join);
      underway.clear();
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring", e);
    }
  }
}
