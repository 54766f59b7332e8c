// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Faults at given points: in the plan, and added while the network runs. */
class FaultsByHandTest {
  private static final Set<FaultKind> RELAY = EnumSet.of(FaultKind.DROP, FaultKind.DELAY);
  private static final Duration DUE = Duration.ofSeconds(60);

  private final Faults faults =
      new Faults(FaultPlan.NONE.at("relay", DUE, Fault.delay(Duration.ofSeconds(5))));

  private Optional<Fault> draw(String hop, long second) {
    return faults.draw(hop, Duration.ofSeconds(second), RELAY);
  }

  @Test
  void strikesOnceAtItsTime() {
    assertThat(draw("relay", 60)).contains(Fault.delay(Duration.ofSeconds(5)));
    assertThat(draw("relay", 60)).isEmpty();
    assertThat(draw("relay", 6000)).isEmpty();
    assertThat(faults.injected()).isEqualTo(Map.of(FaultKind.DELAY, 1L));
  }

  @Test
  void strikesTheFirstTimeSomethingHappensAfterItsTime() {
    assertThat(draw("relay", 59)).isEmpty();
    assertThat(faults.injected()).isEmpty();
    assertThat(draw("relay", 75)).isPresent();
    assertThat(draw("relay", 75)).isEmpty();
  }

  @Test
  void strikesOnlyAtItsHop() {
    assertThat(draw("relayer", 60)).isEmpty();
    assertThat(draw("rela", 60)).isEmpty();
    assertThat(draw("relay", 60)).isPresent();
  }

  @Test
  void severalAtOneHopStrikeOneByOneInTheirOrder() {
    faults.at("relay", DUE, Fault.drop());
    faults.next("relay", Fault.delay(Duration.ofSeconds(7)));
    assertThat(draw("relay", 0)).contains(Fault.delay(Duration.ofSeconds(7)));
    assertThat(draw("relay", 59)).isEmpty();
    assertThat(draw("relay", 60)).contains(Fault.delay(Duration.ofSeconds(5)));
    assertThat(draw("relay", 60)).contains(Fault.drop());
    assertThat(draw("relay", 60)).isEmpty();
    assertThat(faults.injected()).isEqualTo(Map.of(FaultKind.DELAY, 2L, FaultKind.DROP, 1L));
  }

  @Test
  void aKindThatCannotHappenThereIsNamed() {
    faults.next("chain", Fault.reorg(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draw("chain", 0))
        .withMessage(
            "chain: found the fault REORG, which cannot happen there; what can is [DROP, DELAY]");
    assertThat(faults.injected()).isEmpty();
    // The other hop is none the worse.
    assertThat(draw("relay", 60)).isPresent();
  }

  @Test
  void stopForgetsWhatIsStillToCome() {
    faults.stop();
    assertThat(draw("relay", 60)).isEmpty();
    // What is added later counts.
    faults.next("relay", Fault.drop());
    assertThat(draw("relay", 60)).contains(Fault.drop());
  }

  @Test
  void aPlanIsAValue() {
    FaultPlan plan = FaultPlan.NONE;
    FaultPlan more = plan.at("relay", DUE, Fault.drop()).at("x", DUE, Fault.rival());
    assertThat(plan.byHand()).isEmpty();
    assertThat(more.byHand())
        .containsExactly(
            new FaultPlan.Point("relay", DUE, Fault.drop()),
            new FaultPlan.Point("x", DUE, Fault.rival()));
    assertThat(more.until(DUE).byHand()).isEqualTo(more.byHand());
    assertThat(more.until(DUE).until()).isEqualTo(DUE);
    // Two networks with one plan do not share what has struck.
    assertThat(new Faults(more).draw("relay", DUE, RELAY)).isPresent();
    assertThat(new Faults(more).draw("relay", DUE, RELAY)).isPresent();
  }

  @Test
  void theEndOfChanceIsNotTheEndOfWhatIsPlanned() {
    Faults planned =
        new Faults(
            FaultPlan.seeded(1, FaultProfile.HOSTILE)
                .at("relay", DUE, Fault.drop())
                .until(Duration.ZERO));
    assertThat(planned.draw("relay", Duration.ZERO, RELAY)).isEmpty();
    assertThat(planned.draw("relay", DUE, RELAY)).contains(Fault.drop());
  }
}
