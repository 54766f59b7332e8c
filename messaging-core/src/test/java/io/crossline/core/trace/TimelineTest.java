// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crossline.core.listener.Outsiders;
import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final StatusChange SENT = new StatusChange("m1", "SENT");

  private final Outsiders outsiders = new Outsiders();
  private final TimelineLog timeline = new TimelineLog(outsiders);

  private void add(String what, StatusChange... changes) {
    timeline.add(Duration.ofSeconds(1), "L1", UInt64.of(7), what, changes);
  }

  @Test
  void keepsLinesInOrder() {
    add("one", SENT);
    add("two");
    assertThat(timeline.entries())
        .containsExactly(
            new TimelineEntry(Duration.ofSeconds(1), "L1", UInt64.of(7), "one", List.of(SENT)),
            new TimelineEntry(Duration.ofSeconds(1), "L1", UInt64.of(7), "two", List.of()));
    assertThat(timeline.size()).isEqualTo(2);
    assertThat(timeline.since(1)).extracting(TimelineEntry::what).containsExactly("two");
    assertThat(timeline.since(2)).isEmpty();
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> timeline.since(3));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> timeline.since(-1));
  }

  @Test
  void handsOutCopies() {
    StatusChange[] changes = {SENT};
    add("one", changes);
    changes[0] = new StatusChange("m2", "LOST");
    List<TimelineEntry> entries = timeline.entries();
    List<TimelineEntry> since = timeline.since(0);
    add("two");
    assertThat(entries).hasSize(1);
    assertThat(since).hasSize(1);
    assertThat(entries.get(0).changes()).containsExactly(SENT);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> timeline.entries().clear());

    List<StatusChange> given = new ArrayList<>(List.of(SENT));
    TimelineEntry entry = new TimelineEntry(Duration.ZERO, "L1", UInt64.ONE, "x", given);
    given.clear();
    assertThat(entry.changes()).containsExactly(SENT);
  }

  @Test
  void tellsListenersOfWhatIsAddedFromThenOn() {
    List<String> heard = new ArrayList<>();
    add("before");
    timeline.listen(entry -> heard.add("a:" + entry.what()));
    timeline.listen(entry -> heard.add("b:" + entry.what()));
    add("one");
    assertThat(heard).isEmpty();
    outsiders.deliver();
    assertThat(heard).containsExactly("a:one", "b:one");
  }

  @Test
  void aMessageKeepsItsFirstName() {
    Bytes32 first = Bytes32.ofLimbs(0, 0, 0, 1);
    Bytes32 second = Bytes32.ofLimbs(0, 0, 0, 2);
    assertThat(timeline.name("m", first)).isEqualTo("m1");
    assertThat(timeline.name("m", second)).isEqualTo("m2");
    assertThat(timeline.name("m", Bytes32.ofLimbs(0, 0, 0, 1))).isEqualTo("m1");
    assertThat(timeline.name("r", first)).isEqualTo("m1");
    assertThat(timeline.name("r", Bytes32.ofLimbs(0, 0, 0, 3))).isEqualTo("r1");
    assertThat(timeline.name("m", Bytes32.ofLimbs(0, 0, 0, 4))).isEqualTo("m3");
  }
}
