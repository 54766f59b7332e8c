// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.messaging.MalformedInputException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spans of virtual time as people write and read them: {@code 00:30:12}, with days in front where
 * there are any.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class ScenarioTime {
  private static final Pattern CLOCK =
      Pattern.compile("(?:(\\d{1,6})d )?(\\d{1,9}):([0-5]\\d):([0-5]\\d)");
  private static final Pattern UNITS =
      Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?");
  private static final long SECONDS_A_DAY = 86_400;

  private ScenarioTime() {}

  /**
   * Reads a span.
   *
   * @param text {@code 00:30:12}, {@code 5d 00:00:00}, or numbers with units such as {@code 5d},
   *     {@code 90s}, {@code 1h30m}
   * @return the span
   * @throws MalformedInputException if the text has another form
   */
  public static Duration parse(String text) {
    Matcher clock = CLOCK.matcher(text);
    Matcher units = UNITS.matcher(text);
    Matcher matching = clock.matches() ? clock : units;
    if (text.isEmpty() || !matching.matches()) {
      throw new MalformedInputException(
          "time: found \"" + text + "\", must be like 00:30:12, 5d 00:00:00, 90s, 1h30m or 5d");
    }
    return Duration.ofDays(number(matching, 1))
        .plusHours(number(matching, 2))
        .plusMinutes(number(matching, 3))
        .plusSeconds(number(matching, 4));
  }

  private static long number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /**
   * Writes a span, whole seconds, days only where there are any.
   *
   * @param time the span, not negative
   * @return such as {@code 00:30:12} or {@code 5d 00:00:12}, which {@link #parse} reads back
   */
  public static String format(Duration time) {
    long seconds = time.toSeconds();
    String clock =
        String.format(
            "%02d:%02d:%02d", seconds % SECONDS_A_DAY / 3600, seconds / 60 % 60, seconds % 60);
    return seconds < SECONDS_A_DAY ? clock : seconds / SECONDS_A_DAY + "d " + clock;
  }
}
