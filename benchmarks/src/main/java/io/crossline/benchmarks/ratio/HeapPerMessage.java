// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import io.crossline.benchmarks.input.BusyCore;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The heap that a core contract takes, with all that is around it, for each pending message: what
 * the JVM says is in use after a garbage collection. A HashMap of wrapped hashes takes 136 bytes.
 */
final class HeapPerMessage {
  private static final double LIMIT = 96;
  private static final int PAYLOAD_WORDS = 3;
  private static final int MOST_COLLECTIONS = 10;

  /** The sizes, at which a table that doubles is full to very different degrees. */
  private static final Map<Integer, String> LINES =
      new TreeMap<>(
          Map.of(
              700_000, "starknet-heap-700k",
              1_000_000, "starknet-heap-1m",
              1_500_000, "starknet-heap-1500k"));

  private HeapPerMessage() {}

  static List<Line> measure() {
    List<Line> lines = new ArrayList<>();
    try {
      // Loads and compiles what is used, which takes heap, too.
      new BusyCore(PAYLOAD_WORDS).sendUpTo(10_000);
      long empty = usedHeap();
      BusyCore core = new BusyCore(PAYLOAD_WORDS);
      for (Map.Entry<Integer, String> line : LINES.entrySet()) {
        int pending = line.getKey();
        core.sendUpTo(pending);
        double bytes = (double) (usedHeap() - empty) / pending;
        lines.add(Line.counted(line.getValue(), Line.BYTES, bytes, LIMIT));
      }
      Reference.reachabilityFence(core);
    } catch (NotMeasuredException e) {
      LINES.values().stream()
          .skip(lines.size())
          .forEach(name -> lines.add(Line.skipped(name, Line.BYTES, LIMIT, e.reason())));
    }
    return lines;
  }

  /** Bytes in use after a collection that has really taken place. */
  private static long usedHeap() throws NotMeasuredException {
    WeakReference<Object> garbage = new WeakReference<>(new Object());
    for (int i = 0; i < MOST_COLLECTIONS; i++) {
      System.gc();
      if (garbage.refersTo(null)) {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
      }
    }
    throw new NotMeasuredException("this JVM does not collect garbage when it is asked to");
  }
}
