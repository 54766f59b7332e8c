// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The report for machines: one JSON object. */
final class JsonReport {
  private static final int FIRST_PRINTABLE = 0x20;

  private JsonReport() {}

  static String of(List<Line> lines) {
    return "{\n  \"jvm\": "
        + text(System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"))
        + ",\n  \"lines\": [\n"
        + lines.stream().map(JsonReport::line).collect(Collectors.joining(",\n"))
        + "\n  ]\n}\n";
  }

  private static String line(Line line) {
    return "    {\"name\": "
        + text(line.name())
        + ", \"unit\": "
        + text(line.unit())
        + ", \"value\": "
        + number(line.value())
        + ", \"limit\": "
        + number(OptionalDouble.of(line.limit()))
        + ", \"verdict\": "
        + text(line.verdict().toString())
        + (line.reason().isEmpty() ? "" : ", \"reason\": " + text(line.reason()))
        + ", \"rounds\": "
        + line.rounds()
        + ", \"work\": "
        + cost(line.work())
        + ", \"baseline\": "
        + cost(line.baseline())
        + "}";
  }

  private static String cost(Optional<Cost> cost) {
    return cost.map(
            some ->
                "{\"nanoseconds\": "
                    + number(OptionalDouble.of(some.nanoseconds()))
                    + ", \"bytes\": "
                    + number(some.bytes())
                    + "}")
        .orElse("null");
  }

  private static String number(OptionalDouble number) {
    return number.isPresent() && Double.isFinite(number.getAsDouble())
        ? String.format(Locale.ROOT, "%.3f", number.getAsDouble())
        : "null";
  }

  static String text(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < FIRST_PRINTABLE) {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
