// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.crossline.vectors.conformance.FaultRun.Handled;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold of a handler where things go wrong, whatever its system. */
final class FaultChecks {
  private static final String ADVICE =
      ". What a handler does must follow from its storage and its messages alone: no static, no"
          + " clock, no random number, no state outside storage()";

  private FaultChecks() {}

  private static String inRun(FaultRun run) {
    return "seed " + run.seed() + ": ";
  }

  static void dependsOnWhatWasCommittedAlone(FaultRun run) {
    assertFalse(
        run.handled().isEmpty(), () -> inRun(run) + "it took no message, so nothing was tested");
    for (int i = 0; i < run.handled().size(); i++) {
      Handled handled = run.handled().get(i);
      assertEquals(
          run.quietly().get(i).answer(),
          handled.answer(),
          () -> inRun(run) + handled + " was answered otherwise than without faults" + ADVICE);
    }
    assertEquals(
        run.quietState(),
        run.state(),
        () ->
            inRun(run)
                + "after the same "
                + run.handled().size()
                + " messages in the same blocks it keeps something else than without faults"
                + ADVICE);
  }

  static void leavesNoTraceOfWhatWasUndone(FaultRun run) {
    assertTrue(
        run.traces().isEmpty(),
        () ->
            inRun(run)
                + run.traces().get(0)
                + ADVICE
                + (run.traces().size() == 1
                    ? ""
                    : " (and " + (run.traces().size() - 1) + " more)"));
  }

  static void handlesNoMessageTwice(FaultRun run) {
    Set<String> seen = new HashSet<>();
    List<Handled> again =
        run.handled().stream().filter(handled -> !seen.add(handled.message())).toList();
    assertTrue(again.isEmpty(), () -> inRun(run) + "handled before: " + again);
  }

  static void bringsEveryMessageToAnEnd(FaultRun run) {
    assertTrue(run.open().isEmpty(), () -> inRun(run) + "long after the last fault: " + run.open());
  }

  static void breaksNoInvariant(FaultRun run) {
    assertTrue(
        run.audit().holds(),
        () ->
            inRun(run)
                + run.audit().violationCount()
                + " violations, by their numbers in docs/invariants.md: "
                + run.audit().violations());
  }
}
