// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.List;
import java.util.Locale;

/** The report for people: {@code name ratio limit ok|over}, in columns. */
final class TextReport {
  private TextReport() {}

  static String of(List<Line> lines) {
    int width = lines.stream().mapToInt(line -> line.name().length()).max().orElse(1);
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      String value = line.value().isPresent() ? fixed(line.value().getAsDouble()) : "-";
      String end = line.verdict() + (line.reason().isEmpty() ? "" : ": " + line.reason());
      text.append(
          String.format(
              Locale.ROOT,
              "%-" + width + "s %9s %9s  %s%n",
              line.name(),
              value,
              fixed(line.limit()),
              end));
    }
    return text.toString();
  }

  private static String fixed(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }
}
