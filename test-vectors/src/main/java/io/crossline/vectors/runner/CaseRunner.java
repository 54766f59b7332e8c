// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.runner;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.vectors.form.Differences;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.Optional;

/**
 * Runs one case.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class CaseRunner {
  private CaseRunner() {}

  /**
   * Runs a case and settles its account.
   *
   * @param suite the suite it belongs to
   * @param vector the case
   * @return the failure, or empty if every expectation was compared and came true
   * @throws InvalidJsonException if the case is not valid
   */
  public static Optional<CaseFailure> run(Suite suite, VectorFile.Case vector) {
    Differences differences = new Differences();
    VectorCase running = new VectorCase(vector.json(), differences, vector.file(), vector.header());
    try {
      suite.run(running);
    } catch (InvalidJsonException e) {
      throw e;
    } catch (RuntimeException e) {
      // A fault of the code under test: it belongs to this case, and the others still run.
      differences.add(vector.json(), "a result", "threw " + e + at(e));
    }
    running.settle();
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(new CaseFailure(vector.id(), vector.json(), differences.found()));
  }

  private static String at(RuntimeException e) {
    return e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0];
  }
}
