// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a line reads. */
class TimelineEntryTest {
  private static String text(long seconds, StatusChange... changes) {
    return new TimelineEntry(
            Duration.ofSeconds(seconds), "L1", UInt64.of(3), "it rains", Arrays.asList(changes))
        .toText();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00:00:00",
    "9, 00:00:09",
    "59, 00:00:59",
    "60, 00:01:00",
    "3599, 00:59:59",
    "3600, 01:00:00",
    "86399, 23:59:59",
    "86400, 1d 00:00:00",
    "8683385, 100d 12:03:05",
  })
  void theTimeInDaysHoursMinutesAndSeconds(long seconds, String time) {
    assertThat(text(seconds)).isEqualTo(time + " L1 #3 it rains");
  }

  @Test
  void whoseStatusChangedStandsAtTheEnd() {
    assertThat(text(1, new StatusChange("m1", "SENT")))
        .isEqualTo("00:00:01 L1 #3 it rains [m1 SENT]");
    assertThat(text(1, new StatusChange("m1", "SENT"), new StatusChange("m12", "SETTLED")))
        .isEqualTo("00:00:01 L1 #3 it rains [m1 SENT, m12 SETTLED]");
  }
}
