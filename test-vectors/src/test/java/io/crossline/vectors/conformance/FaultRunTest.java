// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.fault.FaultKind;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.AuditReport;
import io.crossline.simulation.audit.Violation;
import io.crossline.vectors.conformance.FaultRun.Handled;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Runs of the conformance classes have the faults that they are for, and the checks can fail. */
class FaultRunTest {
  private static FaultRun starknet(long seed) {
    return new StarknetFaultRun(new FaultConformanceTest.RightOnStarknet(), seed).run();
  }

  private static FaultRun ipc(long seed) {
    return new IpcFaultRun(new FaultConformanceTest.RightOnIpc(), seed).run();
  }

  @Test
  void aRunOnStarknetUndoesWhatWasTaken() {
    for (long seed = 1; seed <= 3; seed++) {
      FaultRun run = starknet(seed);
      assertThat(run.handled()).hasSizeGreaterThan(5);
      assertThat(run.undone()).as("undone in seed " + seed).isPositive();
      assertThat(run.faults())
          .containsKeys(FaultKind.CRASH, FaultKind.REORG, FaultKind.DUPLICATE, FaultKind.HANDLER);
    }
  }

  @Test
  void aRunOnIpcUndoesWhatWasTaken() {
    for (long seed = 1; seed <= 3; seed++) {
      FaultRun run = ipc(seed);
      assertThat(run.handled()).hasSizeGreaterThan(10);
      assertThat(run.undone()).as("undone in seed " + seed).isPositive();
      assertThat(run.faults())
          .containsKeys(FaultKind.CRASH, FaultKind.REORG, FaultKind.DUPLICATE, FaultKind.HANDLER);
    }
  }

  @Test
  void theSameSeedGivesTheSameRun() {
    assertThat(starknet(7)).isEqualTo(starknet(7));
    assertThat(ipc(7)).isEqualTo(ipc(7));
    assertThat(ipc(8)).isNotEqualTo(ipc(7));
  }

  private static final Handled FIRST =
      new Handled("first", new BlockInfo(UInt64.ONE, UInt64.ONE), "yes");

  private static FaultRun run(
      List<Handled> handled, String state, List<String> open, AuditReport audit) {
    return new FaultRun(
        1, handled, state, List.of(FIRST, FIRST), "5", List.of(), open, 0, Map.of(), audit);
  }

  private static AuditReport audit(Violation... violations) {
    return new AuditReport(
        new TreeMap<>(), List.of(violations), violations.length, new TreeMap<>());
  }

  @Test
  void eachCheckFailsOnWhatItIsForAlone() {
    FaultRun right = run(List.of(FIRST), "5", List.of(), audit());
    assertThatCode(
            () -> {
              FaultChecks.dependsOnWhatWasCommittedAlone(right);
              FaultChecks.leavesNoTraceOfWhatWasUndone(right);
              FaultChecks.handlesNoMessageTwice(right);
              FaultChecks.bringsEveryMessageToAnEnd(right);
              FaultChecks.breaksNoInvariant(right);
            })
        .doesNotThrowAnyException();
    FaultRun twice = run(List.of(FIRST, FIRST), "5", List.of(), audit());
    assertThatThrownBy(() -> FaultChecks.handlesNoMessageTwice(twice))
        .hasMessageContaining("seed 1: handled before: [first in block 1]");
    FaultRun open = run(List.of(FIRST), "5", List.of("m1 is SENT"), audit());
    assertThatThrownBy(() -> FaultChecks.bringsEveryMessageToAnEnd(open))
        .hasMessageContaining("m1 is SENT");
    FaultRun violating =
        run(List.of(FIRST), "5", List.of(), audit(new Violation("S9", "0x1", "ran twice")));
    assertThatThrownBy(() -> FaultChecks.breaksNoInvariant(violating))
        .hasMessageContaining("S9 0x1: ran twice");
    FaultRun other = run(List.of(FIRST), "6", List.of(), audit());
    assertThatThrownBy(() -> FaultChecks.dependsOnWhatWasCommittedAlone(other))
        .hasMessageContaining("keeps something else");
  }
}
