// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One line of the report.
 *
 * @param name what is promised
 * @param unit of value and limit: ratio, bytes or classes
 * @param value what was measured, nothing if it could not be
 * @param limit the largest value that keeps the promise
 * @param rounds how many values the median is of
 * @param work the cost of the work, where it has one
 * @param baseline the cost of what it is measured against
 * @param reason why there is no value; empty if there is one
 */
record Line(
    String name,
    String unit,
    OptionalDouble value,
    double limit,
    int rounds,
    Optional<Cost> work,
    Optional<Cost> baseline,
    String reason) {
  static final String RATIO = "ratio";
  static final String BYTES = "bytes";
  static final String CLASSES = "classes";

  static Line of(
      String name, String unit, double value, double limit, int rounds, Cost work, Cost baseline) {
    return new Line(
        name,
        unit,
        OptionalDouble.of(value),
        limit,
        rounds,
        Optional.of(work),
        Optional.of(baseline),
        "");
  }

  static Line counted(String name, String unit, double value, double limit) {
    return new Line(
        name, unit, OptionalDouble.of(value), limit, 1, Optional.empty(), Optional.empty(), "");
  }

  static Line skipped(String name, String unit, double limit, String reason) {
    return new Line(
        name, unit, OptionalDouble.empty(), limit, 0, Optional.empty(), Optional.empty(), reason);
  }

  Verdict verdict() {
    if (value.isEmpty()) {
      return Verdict.SKIPPED;
    }
    // Written so that a value that is no number is not ok.
    return value.getAsDouble() <= limit ? Verdict.OK : Verdict.OVER;
  }
}
