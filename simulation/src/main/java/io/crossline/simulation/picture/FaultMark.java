// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.picture;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault of a picture.
 *
 * <p>Immutable and thread-safe.
 *
 * @param time when, since the network was started
 * @param lane on which chain
 * @param other the chain at the other end, if it struck between two
 * @param lasting how long it lasts; zero if it struck once
 * @param text what went wrong, in words
 */
public record FaultMark(
    Duration time, String lane, Optional<String> other, Duration lasting, String text) {
  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public FaultMark {
    if (time.isNegative() || lasting.isNegative()) {
      throw new IllegalArgumentException(
          "fault: found time " + time + " and length " + lasting + ", must not be negative");
    }
  }
}
