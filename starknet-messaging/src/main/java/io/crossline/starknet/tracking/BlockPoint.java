// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.UInt64;
import java.time.Instant;

/**
 * A block as a point in time.
 *
 * @param layer which chain it is of
 * @param number its number
 * @param time its timestamp
 */
public record BlockPoint(Layer layer, UInt64 number, Instant time) {
  /** Such as {@code L1 #20 (2026-01-01T00:04:00Z)}. */
  @Override
  public String toString() {
    return layer + " #" + number + " (" + time + ")";
  }
}
