// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import static io.crossline.simulation.audit.ipc.History.ALICE;
import static io.crossline.simulation.audit.ipc.History.B;
import static io.crossline.simulation.audit.ipc.History.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.AuditReport;
import io.crossline.simulation.audit.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IpcAuditorTest {
  @Test
  void aCorrectHistoryHolds() {
    AuditReport report = Scripts.everything().audit(true);
    assertThat(report.violations()).isEmpty();
    assertThat(report.checked()).hasSize(29);
    assertThat(report.exceptions())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("ipc trap 1", 1L, "ipc trap 4", 2L, "ipc trap 6", 2L));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.crossline.simulation.audit.ipc.Distortions#all")
  void oneDistortionIsCaught(String name, Consumer<History> distortion, List<String> expected) {
    History history = Scripts.everything();
    distortion.accept(history);
    AuditReport report = history.audit(true);
    assertThat(report.violations().stream().map(Violation::invariant).distinct().sorted())
        .as(() -> report.violations().toString())
        .isEqualTo(expected.stream().sorted().toList());
  }

  @Test
  void blocksThatAreTakenBackDoNotCount() {
    History history = Scripts.everything();
    AuditReport report =
        history.audit(
            true,
            auditor -> {
              auditor.block(ROOT, UInt64.of(46), List.of(history.told.get(0).log()));
              auditor.takenBack(ROOT, UInt64.of(45));
              auditor.block(ROOT, UInt64.of(46), List.of());
            });
    assertThat(report.violations()).isEmpty();
    assertThat(
            history
                .audit(
                    true,
                    auditor ->
                        auditor.block(ROOT, UInt64.of(46), List.of(history.told.get(0).log())))
                .holds())
        .isFalse();
  }

  @Test
  void onlyTheLastBlocksCanBeTakenBack() {
    History history = Scripts.everything();
    history.audit(
        true,
        auditor -> {
          for (int i = 46; i <= 45 + 64; i++) {
            auditor.block(ROOT, UInt64.of(i), List.of());
          }
          auditor.takenBack(ROOT, UInt64.of(45));
          assertThatThrownBy(() -> auditor.takenBack(ROOT, UInt64.of(44)))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining("last 64 blocks");
          assertThatThrownBy(() -> auditor.block(ROOT, UInt64.of(45), List.of()))
              .hasMessageContaining("taken back first");
          assertThatThrownBy(() -> auditor.block(ROOT.child(ALICE), UInt64.ZERO, List.of()))
              .hasMessageContaining("not audited");
        });
  }

  /** Of two calls down the second comes first: it is refused, and so is all that follows. */
  @Test
  void trap7AfterAWrongNonceNothingRuns() {
    History h = Scripts.everything();
    AuditReport report = wrongNonce(h, 2).audit(true);
    assertThat(report.violations()).isEmpty();
    assertThat(report.exceptions()).containsEntry("ipc trap 7", 2L);
    assertThat(wrongNonce(Scripts.everything(), 1).audit(true).violations())
        .extracting(Violation::invariant)
        .contains("I14");
  }

  private static History wrongNonce(History h, int refused) {
    h.at(ROOT, 50);
    IpcEnvelope one = h.down(B, Scripts.call(ROOT, B, "one", 1));
    IpcEnvelope two = h.down(B, Scripts.call(ROOT, B, "two", 2));
    IpcEnvelope three = h.down(B, Scripts.call(ROOT, B, "three", 3));
    Bytes nonce = Scripts.refusal(InvalidXnetMessageReason.NONCE);
    IpcEnvelope wrong = Scripts.result(two, OutcomeType.SYSTEM_ERR, nonce);
    List<IpcEnvelope> results = new ArrayList<>();
    h.at(B, 13);
    if (refused == 2) {
      results.add(h.up(wrong, false));
    }
    h.handled(one);
    results.add(h.up(Scripts.ok(one), false));
    if (refused == 1) {
      results.add(h.up(wrong, false));
    }
    results.add(h.up(Scripts.result(three, OutcomeType.SYSTEM_ERR, nonce), false));
    h.state.add(B, "appliedDown", -2);
    h.at(B, 20).batch();
    h.at(ROOT, 55);
    results.forEach(h::handled);
    return h;
  }
}
