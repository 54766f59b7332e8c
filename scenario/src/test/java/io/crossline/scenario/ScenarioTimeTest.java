// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.MalformedInputException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioTimeTest {
  @ParameterizedTest
  @CsvSource({
    "00:30:12, PT30M12S",
    "5d 00:00:01, PT120H1S",
    "90s, PT1M30S",
    "1h30m, PT1H30M",
    "5d, PT120H",
    "0s, PT0S"
  })
  void readsWhatPeopleWrite(String text, String iso) {
    assertThat(ScenarioTime.parse(text)).isEqualTo(Duration.parse(iso));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "00:60:00", "1m1h", "-1s", "5 days", "0:0:0"})
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> ScenarioTime.parse(text))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("must be like 00:30:12");
  }

  @Test
  void readsBackWhatItWrites() {
    for (long seconds : new long[] {0, 59, 3_600, 86_399, 86_400, 86_401, 432_000}) {
      Duration time = Duration.ofSeconds(seconds);
      assertThat(ScenarioTime.parse(ScenarioTime.format(time))).isEqualTo(time);
    }
  }
}
