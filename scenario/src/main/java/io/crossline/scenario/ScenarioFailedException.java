// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.json.JsonPlace;

/**
 * A scenario that is valid and did not go as it says it should: an expectation differs, or a status
 * was not reached.
 *
 * <p>Thread-safe.
 */
public final class ScenarioFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Names the place in the scenario and what happened instead.
   *
   * @param place the step or the expectation
   * @param problem what was expected and what happened
   */
  public ScenarioFailedException(JsonPlace place, String problem) {
    super(place + ": " + problem);
  }
}
