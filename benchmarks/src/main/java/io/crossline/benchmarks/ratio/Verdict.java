// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.List;
import java.util.Locale;

/** Whether a promise is kept. */
enum Verdict {
  OK(0),
  OVER(1),
  SKIPPED(3);

  private final int exitCode;

  Verdict(int exitCode) {
    this.exitCode = exitCode;
  }

  /** The exit code of a whole report: one line over outweighs those that could not be measured. */
  static int exitCode(List<Line> lines) {
    Verdict worst = OK;
    for (Line line : lines) {
      Verdict verdict = line.verdict();
      if (verdict == OVER) {
        return OVER.exitCode;
      }
      if (verdict == SKIPPED) {
        worst = SKIPPED;
      }
    }
    return worst.exitCode;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
