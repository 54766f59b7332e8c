// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final Cost COST = new Cost(1, OptionalDouble.empty());
  private static final Line KEPT = line(1.15);
  private static final Line BROKEN = line(1.1501);
  private static final Line SKIPPED = Line.skipped("c", Line.RATIO, 3, "not built");

  private static Line line(double value) {
    return Line.of("a", Line.RATIO, value, 1.15, 21, COST, COST);
  }

  @Test
  void aValueAtTheLimitIsOk() {
    assertThat(KEPT.verdict()).isEqualTo(Verdict.OK);
    assertThat(BROKEN.verdict()).isEqualTo(Verdict.OVER);
    assertThat(line(Double.NaN).verdict()).isEqualTo(Verdict.OVER);
    assertThat(SKIPPED.verdict()).isEqualTo(Verdict.SKIPPED);
  }

  @Test
  void theExitCodeIsThatOfTheWorstLine() {
    assertThat(Verdict.exitCode(List.of(KEPT, KEPT))).isEqualTo(0);
    assertThat(Verdict.exitCode(List.of(KEPT, BROKEN))).isEqualTo(1);
    assertThat(Verdict.exitCode(List.of(SKIPPED, BROKEN, KEPT))).isEqualTo(1);
    assertThat(Verdict.exitCode(List.of(SKIPPED, KEPT))).isEqualTo(3);
  }
}
