// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.runner;

import java.time.Duration;
import java.util.List;

/**
 * What came of a file.
 *
 * <p>Immutable and thread-safe.
 *
 * @param file its name
 * @param suite its suite's name
 * @param passed how many cases passed
 * @param failures the cases that failed
 * @param time how long its cases took
 */
public record FileReport(
    String file, String suite, int passed, List<CaseFailure> failures, Duration time) {
  /** Copies the failures. */
  public FileReport {
    failures = List.copyOf(failures);
  }

  /**
   * How many cases failed.
   *
   * @return 0 if all passed
   */
  public int failed() {
    return failures.size();
  }
}
