// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.crossline.core.listener.Outsiders;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A timeline that keeps its latest lines only, and one that forgets names. */
class TimelineLimitTest {
  private final Outsiders outsiders = new Outsiders();
  private final TimelineLog timeline = new TimelineLog(outsiders);

  private void add(int from, int to) {
    for (int i = from; i < to; i++) {
      timeline.add(Duration.ofSeconds(i), "L1", UInt64.of(i), "line " + i);
    }
  }

  private static List<String> texts(List<TimelineEntry> entries) {
    return entries.stream().map(TimelineEntry::what).toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void keepsTheLatestAndCountsAll(int lines) {
    timeline.keepLatest(lines);
    for (int i = 0; i < 50; i++) {
      add(i, i + 1);
      int first = Math.max(0, i + 1 - lines);
      List<String> kept = new ArrayList<>();
      for (int line = first; line <= i; line++) {
        kept.add("line " + line);
      }
      assertThat(timeline.size()).isEqualTo(i + 1);
      assertThat(timeline.since(0)).isEqualTo(timeline.entries());
      assertThat(texts(timeline.since(first))).isEqualTo(kept);
      assertThat(texts(timeline.entries())).isEqualTo(kept);
      assertThat(texts(timeline.since(i))).containsExactly("line " + i);
      assertThat(timeline.since(i + 1)).isEmpty();
    }
  }

  @Test
  void whatIsTooMuchGoesAtOnce() {
    add(0, 10);
    timeline.keepLatest(3);
    assertThat(texts(timeline.entries())).containsExactly("line 7", "line 8", "line 9");
    assertThat(timeline.size()).isEqualTo(10);
    // More may be kept from now on; what is gone is gone.
    timeline.keepLatest(5);
    add(10, 13);
    assertThat(texts(timeline.entries())).startsWith("line 8").hasSize(5);
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> timeline.since(14));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> timeline.since(-1));
  }

  @Test
  void oneLineIsTheLeast() {
    add(0, 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> timeline.keepLatest(0))
        .withMessage("lines: found 0, must be at least 1");
    assertThat(timeline.entries()).hasSize(3);
  }

  @Test
  void listenersAreToldOfEveryLine() {
    List<String> heard = new ArrayList<>();
    timeline.listen(entry -> heard.add(entry.what()));
    timeline.keepLatest(1);
    add(0, 20);
    assertThat(heard).isEmpty();
    outsiders.deliver();
    assertThat(heard).hasSize(20).startsWith("line 0").endsWith("line 19");
  }

  @Test
  void aForgottenNameIsNotGivenAgain() {
    Bytes32 first = Bytes32.ofLimbs(0, 0, 0, 1);
    Bytes32 second = Bytes32.ofLimbs(0, 0, 0, 2);
    assertThat(timeline.name("m", first)).isEqualTo("m1");
    assertThat(timeline.name("m", second)).isEqualTo("m2");
    timeline.forget(first);
    assertThat(timeline.name("m", second)).isEqualTo("m2");
    assertThat(timeline.name("m", first)).isEqualTo("m3");
    timeline.forget(Bytes32.ofLimbs(0, 0, 0, 9));
  }

  @Test
  void whatElapsedIsACopy() {
    add(0, 1);
    List<TimelineEntry> lines = new ArrayList<>(timeline.entries());
    Elapsed elapsed = new Elapsed(true, lines);
    lines.clear();
    assertThat(elapsed.entries()).hasSize(1);
  }
}
