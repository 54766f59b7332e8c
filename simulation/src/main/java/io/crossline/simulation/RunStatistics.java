// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.trace.TimelineEntry;
import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts, from the lines of a timeline, where messages ended and how long they took. Short names
 * are a letter and a number, so a few bytes for each message suffice.
 */
final class RunStatistics implements Consumer<TimelineEntry> {
  private static final int PERCENT = 100;

  private final Set<String> ends;
  private final Set<String> underway;
  private long open;
  private final Map<Character, Kind> kinds = new HashMap<>();
  private final Map<String, Byte> codes = new HashMap<>();
  private final @Nullable String[] statuses = new @Nullable String[Byte.MAX_VALUE];

  /** The messages whose names begin with one letter. */
  private static final class Kind {
    private byte[] status = new byte[1024];
    private int[] sent = new int[1024];
    private int[] took = new int[1024];
    private int count;

    void reach(int number) {
      count = Math.max(count, number + 1);
      if (number >= status.length) {
        int length = Math.max(number + 1, status.length * 2);
        status = Arrays.copyOf(status, length);
        sent = Arrays.copyOf(sent, length);
        took = Arrays.copyOf(took, length);
      }
    }
  }

  /**
   * Counts, taking some statuses for the end of a message's way, and some for those in which the
   * networks still have something to do.
   */
  RunStatistics(Set<String> ends, Set<String> underway) {
    this.ends = Set.copyOf(ends);
    this.underway = Set.copyOf(underway);
  }

  /** How many messages the networks still have something to do for. */
  long open() {
    return open;
  }

  /** Takes note of where a message stands that was sent before this run. */
  void known(String message, String status) {
    accept(
        new TimelineEntry(
            Duration.ZERO, "", UInt64.ZERO, "", List.of(new StatusChange(message, status))));
  }

  @Override
  public void accept(TimelineEntry entry) {
    int now = (int) entry.time().toSeconds();
    for (StatusChange change : entry.changes()) {
      Kind kind = kinds.computeIfAbsent(change.message().charAt(0), key -> new Kind());
      int number = Integer.parseInt(change.message(), 1, change.message().length(), 10);
      kind.reach(number);
      if (kind.status[number] == 0) {
        kind.sent[number] = now;
      }
      open += underway.contains(change.status()) ? 1 : 0;
      String before = statuses[kind.status[number]];
      open -= before != null && underway.contains(before) ? 1 : 0;
      kind.status[number] = code(change.status());
      kind.took[number] = ends.contains(change.status()) ? now - kind.sent[number] + 1 : 0;
    }
  }

  private byte code(String status) {
    Byte known = codes.get(status);
    if (known != null) {
      return known;
    }
    byte code = (byte) (codes.size() + 1);
    codes.put(status, code);
    statuses[code] = status;
    return code;
  }

  SortedMap<String, Long> statuses() {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Kind kind : kinds.values()) {
      for (int i = 0; i < kind.count; i++) {
        String status = statuses[kind.status[i]];
        if (status != null) {
          counts.merge(status, 1L, Long::sum);
        }
      }
    }
    return counts;
  }

  SimulationReport.Latency latency() {
    int[] all =
        kinds.values().stream()
            .flatMapToInt(kind -> Arrays.stream(kind.took, 0, kind.count))
            .filter(took -> took > 0)
            .sorted()
            .toArray();
    return new SimulationReport.Latency(
        all.length,
        percentile(all, 50),
        percentile(all, 90),
        percentile(all, 99),
        percentile(all, PERCENT));
  }

  private static Duration percentile(int[] sorted, int percent) {
    if (sorted.length == 0) {
      return Duration.ZERO;
    }
    int rank = (int) ((sorted.length * (long) percent + PERCENT - 1) / PERCENT);
    return Duration.ofSeconds(sorted[rank - 1] - 1L);
  }
}
