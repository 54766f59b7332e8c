// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepetitionTest {
  private final Repetition repetition = new Repetition();

  private static TimelineEntry line(String what) {
    return new TimelineEntry(Duration.ZERO, "L1", UInt64.ONE, what, List.of());
  }

  private Optional<Repetition.Difference> compare(List<String> first, List<String> second) {
    first.forEach(what -> repetition.first(line(what)));
    second.forEach(what -> repetition.second(line(what)));
    return repetition.end();
  }

  @Test
  void equalRunsDoNotDiffer() {
    assertThat(compare(List.of("a", "b"), List.of("a", "b"))).isEmpty();
  }

  @Test
  void theFirstLineThatDiffersIsNamed() {
    assertThat(compare(List.of("a", "b", "c"), List.of("a", "x", "y")))
        .contains(new Repetition.Difference(2, Optional.of(line("x").toText())));
  }

  @Test
  void aRunThatGoesOnDiffers() {
    assertThat(compare(List.of("a"), List.of("a", "b")))
        .contains(new Repetition.Difference(2, Optional.of(line("b").toText())));
  }

  @Test
  void aRunThatEndsEarlierDiffers() {
    assertThat(compare(List.of("a", "b"), List.of("a")))
        .contains(new Repetition.Difference(2, Optional.empty()));
  }
}
