// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.fault.FaultKind;
import io.crossline.simulation.audit.AuditReport;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a simulation went.
 *
 * <p>Immutable and thread-safe.
 *
 * @param statuses how many messages ended in which status
 * @param latency how long messages took in virtual time, from being sent to the end of their way
 * @param faults what went wrong, by kind
 * @param audit what the auditor found
 * @param trace the SHA-256 of all lines of the timeline, in hexadecimal
 * @param lines how many lines that are
 * @param time the virtual time in the end
 * @param drainedWithin within which time after the last fault everything had to end, as the plan
 *     states
 */
public record SimulationReport(
    SortedMap<String, Long> statuses,
    Latency latency,
    Map<FaultKind, Long> faults,
    AuditReport audit,
    String trace,
    long lines,
    Duration time,
    Duration drainedWithin) {
  /** Copies the maps. */
  public SimulationReport {
    statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
    faults = Map.copyOf(faults);
  }

  /**
   * How long messages took.
   *
   * @param messages how many came to the end of their way
   * @param median half of them took no longer
   * @param p90 nine of ten took no longer
   * @param p99 99 of 100 took no longer
   * @param longest none took longer
   */
  public record Latency(
      long messages, Duration median, Duration p90, Duration p99, Duration longest) {}

  /**
   * Whether all invariants hold.
   *
   * @return true if the auditor found no violation
   */
  public boolean holds() {
    return audit.holds();
  }
}
