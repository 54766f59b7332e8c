// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
  private final VirtualTime time = new VirtualTime();
  private final List<String> ran = new ArrayList<>();

  private static Duration s(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private Runnable note(String name) {
    return () -> ran.add(name + "@" + time.now().toSeconds());
  }

  @Test
  void standsStillByItself() {
    time.after(Duration.ZERO, note("a"));
    assertThat(time.now()).isZero();
    assertThat(ran).isEmpty();
    time.advance(Duration.ZERO);
    assertThat(ran).containsExactly("a@0");
  }

  @Test
  void runsInTheOrderOfTimeAndThenOfScheduling() {
    time.after(s(2), note("late"));
    time.after(s(1), note("first"));
    time.after(s(1), note("second"));
    for (int i = 0; i < 20; i++) {
      time.after(s(1), note("n" + i));
    }
    time.advance(s(5));
    assertThat(ran)
        .hasSize(23)
        .startsWith("first@1", "second@1", "n0@1", "n1@1")
        .endsWith("n19@1", "late@2");
    assertThat(time.now()).isEqualTo(s(5));
  }

  @Test
  void runsWhatIsDueExactlyAtTheEndAndNothingLater() {
    time.after(s(3), note("at the end"));
    time.after(s(3).plusNanos(1), note("after"));
    time.advance(s(3));
    assertThat(ran).containsExactly("at the end@3");
    time.advance(Duration.ofNanos(1));
    assertThat(ran).hasSize(2);
  }

  @Test
  void anEventMaySchedule() {
    time.after(
        s(1),
        () -> {
          time.after(Duration.ZERO, note("at once"));
          time.after(s(1), note("later"));
          time.after(s(9), note("too late"));
        });
    time.after(s(1), note("same time"));
    time.advance(s(2));
    assertThat(ran).containsExactly("same time@1", "at once@1", "later@2");
  }

  @Test
  void repeats() {
    time.every(s(2), note("tick"));
    time.every(s(3), note("tock"));
    time.advance(s(6));
    assertThat(ran).containsExactly("tick@2", "tock@3", "tick@4", "tock@6", "tick@6");
    time.advance(s(1));
    assertThat(ran).hasSize(5);
    time.advance(s(1));
    assertThat(ran).endsWith("tick@8");
  }

  @Test
  void repeatsAlthoughOneThrows() {
    time.every(
        s(1),
        () -> {
          note("tick").run();
          if (ran.size() == 1) {
            throw new IllegalStateException("broken");
          }
        });
    time.after(s(1), note("behind"));
    assertThatIllegalStateException().isThrownBy(() -> time.advance(s(3))).withMessage("broken");
    assertThat(time.now()).isEqualTo(s(1));
    time.advance(s(2));
    assertThat(ran).containsExactly("tick@1", "behind@1", "tick@2", "tick@3");
    assertThat(time.now()).isEqualTo(s(3));
  }

  @Test
  void runUntilStopsAtTheEventAndNoFurther() {
    time.every(s(2), note("tick"));
    time.after(s(6), note("behind"));
    assertThat(time.runUntil(() -> ran.size() == 3, s(60))).isTrue();
    assertThat(time.now()).isEqualTo(s(6));
    assertThat(ran).containsExactly("tick@2", "tick@4", "behind@6");
    time.advance(Duration.ZERO);
    assertThat(ran).endsWith("tick@6");
  }

  @Test
  void runUntilStandsStillIfTheConditionHolds() {
    time.after(Duration.ZERO, note("due"));
    assertThat(time.runUntil(() -> true, s(60))).isTrue();
    assertThat(time.now()).isZero();
    assertThat(ran).isEmpty();
  }

  @Test
  void runUntilGoesToTheLimitIfTheConditionDoesNotHold() {
    time.advance(s(1));
    time.after(s(10), note("at the limit"));
    time.after(s(11), note("beyond"));
    assertThat(time.runUntil(() -> false, s(10))).isFalse();
    assertThat(time.now()).isEqualTo(s(11));
    assertThat(ran).containsExactly("at the limit@11");
    assertThat(time.runUntil(() -> ran.size() == 2, s(1))).isTrue();
  }

  @Test
  void anEventMustNotMoveTheClock() {
    time.after(s(1), () -> time.advance(s(1)));
    time.after(s(2), () -> time.runUntil(() -> false, s(1)));
    for (int i = 1; i <= 2; i++) {
      assertThatIllegalStateException()
          .isThrownBy(() -> time.advance(s(1)))
          .withMessageContaining("must not advance the clock");
      assertThat(time.now()).isEqualTo(s(i));
    }
    time.after(s(1), note("afterwards"));
    time.advance(s(1));
    assertThat(ran).containsExactly("afterwards@3");
  }

  @Test
  void timeDoesNotGoBack() {
    time.advance(s(5));
    time.after(s(1), note("due"));
    Duration back = s(-1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.advance(back))
        .withMessageContaining("PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.runUntil(() -> false, back))
        .withMessageContaining("PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.after(back, note("x")))
        .withMessageContaining("PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.every(back, note("x")))
        .withMessageContaining("PT-1S");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> time.every(Duration.ZERO, note("x")))
        .withMessageContaining("must be more than 0");
    assertThat(time.now()).isEqualTo(s(5));
    time.advance(s(100));
    assertThat(ran).containsExactly("due@6");
  }

  @Test
  void aClockGoesOnWhereAnotherEnded() {
    VirtualTime later = new VirtualTime(s(7));
    List<Duration> at = new ArrayList<>();
    later.after(s(2), () -> at.add(later.now()));
    later.advance(s(5));
    assertThat(at).containsExactly(s(9));
    assertThat(later.now()).isEqualTo(s(12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VirtualTime(s(-1)))
        .withMessageContaining("PT-1S");
  }
}
