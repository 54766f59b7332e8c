// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.json.JsonPlace;
import io.crossline.core.network.StatusNotReachedException;
import java.time.Duration;
import java.util.Optional;

/**
 * Where virtual time ends, and whether it did. Steps move the clock through it, so that none moves
 * it further.
 */
final class Until {
  private final Optional<Duration> end;
  private boolean cut;

  Until(Optional<Duration> end) {
    this.end = end;
  }

  boolean cut() {
    return cut;
  }

  void advance(ScenarioRun run, Duration by) {
    run.network().advance(allowed(run, by));
  }

  void await(ScenarioRun run, JsonPlace place, String message, String status, Duration limit) {
    Duration allowed = allowed(run, limit);
    try {
      run.await(message, status, allowed);
      cut = false;
    } catch (StatusNotReachedException missed) {
      if (!cut) {
        throw new ScenarioFailedException(place, String.valueOf(missed.getMessage()));
      }
      run.network().advance(allowed(run, limit));
    }
  }

  /** How far the clock may move; notes that the end cuts it short. */
  private Duration allowed(ScenarioRun run, Duration wanted) {
    Duration left = end.map(e -> e.minus(run.network().time())).orElse(wanted);
    if (left.compareTo(wanted) < 0) {
      cut = true;
      return left;
    }
    return wanted;
  }
}
