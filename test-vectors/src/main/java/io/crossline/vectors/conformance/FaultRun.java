// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import io.crossline.core.fault.FaultKind;
import io.crossline.messaging.BlockInfo;
import io.crossline.simulation.audit.AuditReport;
import java.util.List;
import java.util.Map;

/**
 * What a handler did in a network in which things went wrong, and what it did with the same
 * messages where nothing did.
 *
 * @param seed where all chance came from
 * @param handled the messages that it took, in order, as the chain has them in the end
 * @param state what it keeps in the end
 * @param quietly the same messages, in the same blocks, without anything that was undone
 * @param quietState what it keeps after these
 * @param traces where it kept two things after the same messages
 * @param open the messages that have come to no end
 * @param undone how many messages it had taken in blocks that were lost later
 * @param faults what went wrong, by kind
 * @param audit what the auditor found
 */
record FaultRun(
    long seed,
    List<Handled> handled,
    String state,
    List<Handled> quietly,
    String quietState,
    List<String> traces,
    List<String> open,
    int undone,
    Map<FaultKind, Long> faults,
    AuditReport audit) {
  /**
   * A message that was taken.
   *
   * @param message what no two messages share
   * @param block in which block
   * @param answer what the handler answered
   */
  record Handled(String message, BlockInfo block, String answer) {
    /** For people. */
    @Override
    public String toString() {
      return message + " in block " + block.number();
    }
  }

  FaultRun {
    handled = List.copyOf(handled);
    quietly = List.copyOf(quietly);
    traces = List.copyOf(traces);
    open = List.copyOf(open);
    faults = Map.copyOf(faults);
  }
}
