// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.fault;

/**
 * Makes one handler fail: its transaction reverts before the handler runs.
 *
 * <p>Not thread-safe.
 */
public final class HandlerFaults {
  private static final long ALWAYS = Long.MAX_VALUE;

  private long left;
  private int oneIn;
  private long calls;
  private boolean armed;
  private boolean struck;

  HandlerFaults() {}

  /** From now on it fails at every call. */
  public void failsAlways() {
    left = ALWAYS;
    armed = true;
  }

  /** It fails at its next call. */
  public void failsOnce() {
    failsTimes(1);
  }

  /**
   * It fails at its next calls.
   *
   * @param times how many
   */
  public void failsTimes(long times) {
    left = times;
    armed |= times > 0;
  }

  /**
   * It fails at every so many calls.
   *
   * @param every 1 for each call, 3 for the third, the sixth …
   * @throws IllegalArgumentException if it is less than 1
   */
  public void failsEvery(int every) {
    if (every < 1) {
      throw new IllegalArgumentException("every: found " + every + ", must be at least 1");
    }
    oneIn = every;
    armed = true;
    calls = 0;
  }

  /** It fails no more. */
  public void recovers() {
    left = 0;
    oneIn = 0;
  }

  boolean next() {
    calls++;
    boolean fails = left > 0 || oneIn > 0 && calls % oneIn == 0;
    left -= left > 0 && left != ALWAYS ? 1 : 0;
    struck |= fails;
    return fails;
  }

  /** Whether it was to fail, and never has. */
  boolean neverStruck() {
    return armed && !struck;
  }
}
