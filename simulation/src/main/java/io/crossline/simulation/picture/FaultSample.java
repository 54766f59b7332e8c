// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.picture;

import io.crossline.core.trace.TimelineEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Faults out of any number of them, evenly spread: all while they are few, then every second one,
 * every fourth and so on.
 */
final class FaultSample {
  private static final Pattern LASTING = Pattern.compile("\\b(?:for|in|by) (\\d{1,9}) s\\b");
  private static final int LONGEST_TEXT = 400;

  private final int most;
  private final List<FaultMark> marks = new ArrayList<>();
  private long stride = 1;
  private long seen;

  FaultSample(int most) {
    this.most = most;
  }

  /** The fault of a line, with the duration that its text states. */
  static FaultMark read(TimelineEntry line, String text) {
    Matcher matcher = LASTING.matcher(text);
    Duration lasting =
        matcher.find() ? Duration.ofSeconds(Long.parseLong(matcher.group(1))) : Duration.ZERO;
    return new FaultMark(
        line.time(), line.chain(), Optional.empty(), lasting, shorten(text, LONGEST_TEXT));
  }

  /** A text that is no longer than allowed, cut between two characters. */
  static String shorten(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = longest - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  void add(FaultMark fault) {
    if (seen++ % stride != 0) {
      return;
    }
    if (marks.size() == most) {
      for (int i = 0; 2 * i < most; i++) {
        marks.set(i, marks.get(2 * i));
      }
      marks.subList((most + 1) / 2, most).clear();
      stride *= 2;
      if ((seen - 1) % stride != 0) {
        return;
      }
    }
    marks.add(fault);
  }

  long seen() {
    return seen;
  }

  List<FaultMark> marks() {
    return marks.stream().sorted(Comparator.comparing(FaultMark::time)).toList();
  }
}
