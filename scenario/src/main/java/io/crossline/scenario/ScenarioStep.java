// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.json.JsonPlace;

/**
 * One step, read and checked, ready to run.
 *
 * @param place where it stands in the file
 * @param action what it does
 * @param <R> the network that it runs on
 */
record ScenarioStep<R extends ScenarioRun>(JsonPlace place, Action<R> action) {
  /** What a step does. */
  interface Action<R extends ScenarioRun> {
    /** Runs; throws {@link ScenarioFailedException} if an expectation differs. */
    void run(R run, Until until);
  }
}
