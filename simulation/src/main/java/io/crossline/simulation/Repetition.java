// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.trace.TimelineEntry;
import java.util.Arrays;
import java.util.Optional;

/**
 * Holds the trace of a run against that of another one, line by line.
 *
 * <p>Not thread-safe: one thread compares two runs.
 */
public final class Repetition {
  private long[] lines = new long[1024];
  private int count;
  private int compared;
  private Optional<Difference> difference = Optional.empty();

  /** Creates one that knows no run yet. */
  public Repetition() {}

  /**
   * The first line that differs.
   *
   * @param number its number in the trace, from 1
   * @param again what the second run says there; nothing if its trace has ended
   */
  public record Difference(long number, Optional<String> again) {}

  /**
   * Takes note of a line of the first run.
   *
   * @param line the line
   */
  public void first(TimelineEntry line) {
    if (count == lines.length) {
      lines = Arrays.copyOf(lines, count * 2);
    }
    lines[count++] = hash(line);
  }

  /**
   * Compares a line of the second run.
   *
   * @param line the line
   */
  public void second(TimelineEntry line) {
    boolean same = compared < count && lines[compared] == hash(line);
    compared++;
    if (!same && difference.isEmpty()) {
      difference = Optional.of(new Difference(compared, Optional.of(line.toText())));
    }
  }

  /**
   * Ends the comparison.
   *
   * @return the first line that differs; nothing if all are the same
   */
  public Optional<Difference> end() {
    return difference.isEmpty() && compared < count
        ? Optional.of(new Difference(compared + 1L, Optional.empty()))
        : difference;
  }

  /** FNV-1a over the characters: 64 bits are enough to see a difference. */
  private static long hash(TimelineEntry line) {
    String text = line.toText();
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
