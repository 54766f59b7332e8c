// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Cost WORK = new Cost(1040.5, OptionalDouble.of(48));
  private static final Cost BASELINE = new Cost(1000, OptionalDouble.empty());
  private static final List<Line> LINES =
      List.of(
          Line.of("ipc-envelope", Line.RATIO, 1.0405, 1.15, 21, WORK, BASELINE),
          Line.of("ipc-envelope-garbage", Line.BYTES, 24, 0, 21, WORK, BASELINE),
          Line.skipped("crossline-help", Line.RATIO, 3, "say \"why\""));

  @Test
  void forPeopleALineEach() {
    assertThat(TextReport.of(LINES).lines())
        .containsExactly(
            "ipc-envelope             1.041     1.150  ok",
            "ipc-envelope-garbage    24.000     0.000  over",
            "crossline-help               -     3.000  skipped: say \"why\"");
  }

  @Test
  void forMachinesAnObject() {
    assertThat(JsonReport.of(LINES).lines().map(String::strip))
        .contains(
            "{\"name\": \"ipc-envelope\", \"unit\": \"ratio\", \"value\": 1.041, \"limit\": 1.150,"
                + " \"verdict\": \"ok\", \"rounds\": 21, \"work\": {\"nanoseconds\": 1040.500,"
                + " \"bytes\": 48.000}, \"baseline\": {\"nanoseconds\": 1000.000, \"bytes\":"
                + " null}},",
            "{\"name\": \"crossline-help\", \"unit\": \"ratio\", \"value\": null, \"limit\": 3.000,"
                + " \"verdict\": \"skipped\", \"reason\": \"say \\\"why\\\"\", \"rounds\": 0,"
                + " \"work\": null, \"baseline\": null}");
  }

  @Test
  void textInJsonIsEscaped() {
    assertThat(JsonReport.text("a\\b\n")).isEqualTo("\"a\\\\b\\u000a\"");
  }
}
