// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ranges of a fault and of a profile, and how a fault reads. */
class FaultTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void eachKindHasItsRange(FaultKind kind) {
    boolean counts = EnumSet.of(FaultKind.REORG, FaultKind.DRIFT).contains(kind);
    int amount = counts ? 1 : 0;
    assertThat(new Fault(kind, Duration.ZERO, amount).amount()).isEqualTo(amount);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Fault(kind, Duration.ofNanos(-1), amount))
        .withMessageContaining(kind + ": found a duration of PT-0.000000001S");
    for (int wrong : counts ? new int[] {0, -1} : new int[] {1, -1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Fault(kind, Duration.ZERO, wrong))
          .withMessage(
              kind
                  + ": found an amount of "
                  + wrong
                  + ", must be "
                  + (counts ? "at least 1" : "0"));
    }
  }

  @Test
  void readsAsWords() {
    assertThat(Fault.drop()).hasToString("dropped");
    assertThat(Fault.delay(MINUTE)).hasToString("delayed by 60 s");
    assertThat(Fault.duplicate()).hasToString("duplicated");
    assertThat(Fault.reorder()).hasToString("reordered");
    assertThat(Fault.rival()).hasToString("a second one at the same time");
    assertThat(Fault.crash(MINUTE)).hasToString("crashes, back in 60 s");
    assertThat(Fault.stall(MINUTE)).hasToString("stands still for 60 s");
    assertThat(Fault.drift(150, MINUTE)).hasToString("clock at 150 % for 60 s");
    assertThat(Fault.reorg(1)).hasToString("loses its latest block");
    assertThat(Fault.reorg(2)).hasToString("loses its latest 2 blocks");
    assertThat(Fault.handler()).hasToString("fails");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 1_000_001, Double.NaN, Double.POSITIVE_INFINITY})
  void aRateHasARange(double rate) {
    assertThat(new FaultProfile("x", Map.of(FaultKind.DROP, 1_000_000.0), MINUTE, 1).perHour())
        .hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FaultProfile("x", Map.of(FaultKind.DROP, rate), MINUTE, 1))
        .withMessage("x: DROP: found a rate of " + rate + ", must be from 0 to 1,000,000");
  }

  @Test
  void aProfileHasItsBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FaultProfile("x", Map.of(), Duration.ofSeconds(-1), 1))
        .withMessageContaining("longest must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FaultProfile("x", Map.of(), MINUTE, 0))
        .withMessageContaining("deepestReorg at least 1");
  }

  @Test
  void profilesAreFoundByName() {
    assertThat(FaultProfile.all())
        .extracting(FaultProfile::name)
        .containsExactly("clean", "light", "rough", "hostile");
    for (FaultProfile profile : FaultProfile.all()) {
      assertThat(FaultProfile.named(profile.name())).contains(profile);
    }
    assertThat(FaultProfile.named("Hostile")).isEmpty();
    // Each is worse than the one before.
    for (int i = 1; i < FaultProfile.all().size(); i++) {
      FaultProfile milder = FaultProfile.all().get(i - 1);
      FaultProfile worse = FaultProfile.all().get(i);
      assertThat(worse.longest()).isGreaterThan(milder.longest());
      assertThat(worse.deepestReorg()).isGreaterThan(milder.deepestReorg());
      for (FaultKind kind : FaultKind.values()) {
        assertThat(worse.rate(kind)).isGreaterThan(milder.rate(kind));
      }
    }
  }
}
