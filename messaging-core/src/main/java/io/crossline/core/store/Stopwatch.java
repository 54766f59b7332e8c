// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import java.time.Duration;

/**
 * How long a commit takes on the wall. Nothing but metrics may depend on it: everything else goes
 * by virtual time.
 *
 * <p>Immutable and thread-safe.
 */
public final class Stopwatch {
  private final long start = System.nanoTime();

  private Stopwatch() {}

  /**
   * Starts one.
   *
   * @return a stopwatch that shows 0
   */
  public static Stopwatch start() {
    return new Stopwatch();
  }

  /**
   * What it shows.
   *
   * @return the time since it was started
   */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
