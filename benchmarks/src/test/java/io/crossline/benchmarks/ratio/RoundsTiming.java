// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.hash.Keccak256;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Measures for real, so it is no test of each build: {@code .ci/run --long} runs it. */
class RoundsTiming {
  private static final Effort SHORT = new Effort(21, 2, 100_000, 100_000_000);

  /** So many permutations, and an array of so many bytes, against one permutation. */
  private record Permutations(int count, int arrayBytes) implements Ratio {
    private static final long[] LANES = new long[Keccak256.LANES];

    @Override
    public String name() {
      return "permutations";
    }

    @Override
    public double limit() {
      return 2;
    }

    @Override
    public Object work(int input) {
      for (int i = 0; i < count; i++) {
        Keccak256.permute(LANES);
      }
      return new byte[arrayBytes];
    }

    @Override
    public Object baseline(int input) {
      Keccak256.permute(LANES);
      return LANES;
    }

    @Override
    public Optional<Garbage> garbage() {
      return Optional.of(new Garbage(0, input -> new byte[16]));
    }
  }

  @Test
  void fourTimesTheWorkIsOverAndLargerGarbageIsSeenToTheByte() {
    List<Line> lines = Rounds.measure(List.of(new Permutations(4, 16 + 24)), SHORT);
    assertThat(lines)
        .extracting(Line::name)
        .containsExactly("permutations", "permutations-garbage");
    assertThat(lines).extracting(Line::verdict).containsOnly(Verdict.OVER);
    assertThat(lines.get(0).value().orElseThrow()).isBetween(3.0, 5.0);
    assertThat(lines.get(1).value().orElseThrow()).isEqualTo(24);
  }

  @Test
  void theSameWorkIsOkAndMakesNoGarbage() {
    List<Line> lines = Rounds.measure(List.of(new Permutations(1, 16)), SHORT);
    assertThat(lines).extracting(Line::verdict).containsOnly(Verdict.OK);
    assertThat(lines.get(1).value().orElseThrow()).isZero();
  }
}
