// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit;

import io.crossline.messaging.MalformedInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Where an auditor writes down what it checked and what it found.
 *
 * <p>Not thread-safe: it belongs to one auditor.
 */
public final class Ledger {
  /** How many violations are kept; the others are counted. */
  public static final int MOST_KEPT = 100;

  private final SortedMap<String, long[]> checked = new TreeMap<>();
  private final SortedMap<String, long[]> exceptions = new TreeMap<>();
  private final List<Violation> violations = new ArrayList<>();
  private long violationCount;

  /** Creates an empty ledger. */
  public Ledger() {}

  /**
   * Writes down that an invariant was held against something.
   *
   * @param invariant its number
   * @param holds whether it holds
   * @param message what it is about; empty if it is about no single message
   * @param what what was found and what should have been; asked only if it does not hold
   */
  public void check(String invariant, boolean holds, Object message, Supplier<String> what) {
    checked.computeIfAbsent(invariant, key -> new long[1])[0]++;
    if (!holds) {
      violationCount++;
      if (violations.size() < MOST_KEPT) {
        violations.add(new Violation(invariant, message.toString(), what.get()));
      }
    }
  }

  /**
   * Writes down that an invariant about no single message was held against something.
   *
   * @param invariant its number
   * @param holds whether it holds
   * @param what what was found and what should have been; asked only if it does not hold
   */
  public void check(String invariant, boolean holds, Supplier<String> what) {
    check(invariant, holds, "", what);
  }

  /**
   * Writes down whether a log can be decoded.
   *
   * @param invariant the number of the invariant that it can
   * @param emitters who would have emitted it, such as {@code no contract}
   * @param decoding decodes it
   * @param <T> what it says
   * @return what it says; nothing if it says nothing, or cannot be decoded
   */
  public <T> Optional<T> decoded(
      String invariant, String emitters, Supplier<Optional<T>> decoding) {
    try {
      Optional<T> read = decoding.get();
      check(invariant, true, () -> "");
      return read;
    } catch (MalformedInputException e) {
      check(invariant, false, () -> "found a log that " + emitters + " emits: " + e);
      return Optional.empty();
    }
  }

  /**
   * Writes down that upstream itself breaks an invariant here.
   *
   * @param trap the number of the trap, such as {@code ipc trap 6}
   * @param times how often
   */
  public void exception(String trap, long times) {
    exceptions.computeIfAbsent(trap, key -> new long[1])[0] += times;
  }

  /**
   * What was written down so far.
   *
   * @return a report of it
   */
  public AuditReport report() {
    return new AuditReport(counts(checked), violations, violationCount, counts(exceptions));
  }

  private static SortedMap<String, Long> counts(SortedMap<String, long[]> counters) {
    SortedMap<String, Long> counts = new TreeMap<>();
    counters.forEach((key, count) -> counts.put(key, count[0]));
    return counts;
  }

  static SortedMap<String, Long> copy(SortedMap<String, Long> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }
}
