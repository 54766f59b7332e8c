// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit;

import java.util.List;
import java.util.SortedMap;

/**
 * What an audit found.
 *
 * <p>Immutable and thread-safe.
 *
 * @param checked how often each invariant was held against something, by its number
 * @param violations the first violations, in the order in which they were found; at most {@value
 *     Ledger#MOST_KEPT}
 * @param violationCount how many violations there were in all
 * @param exceptions how often upstream itself breaks an invariant in this run, by what the logs
 *     show: the number of the trap, such as {@code ipc trap 6}, and how often
 */
public record AuditReport(
    SortedMap<String, Long> checked,
    List<Violation> violations,
    long violationCount,
    SortedMap<String, Long> exceptions) {
  /** Copies what it is given. */
  public AuditReport {
    checked = Ledger.copy(checked);
    exceptions = Ledger.copy(exceptions);
    violations = List.copyOf(violations);
  }

  /**
   * Whether all invariants hold, but for exceptions.
   *
   * @return true if there is no violation
   */
  public boolean holds() {
    return violationCount == 0;
  }
}
