// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import java.time.Instant;
import java.util.Optional;

/**
 * A block as a point in time.
 *
 * <p>Immutable and thread-safe.
 *
 * @param layer which chain it is of
 * @param number its number
 * @param time its timestamp
 */
public record BlockPoint(Layer layer, UInt64 number, Instant time) {
  private static final UInt64 LATEST_TIME = UInt64.of(Instant.MAX.getEpochSecond());

  /** A block whose timestamp was checked before. */
  static BlockPoint of(Layer layer, BlockInfo info) {
    return new BlockPoint(
        layer, info.number(), Instant.ofEpochSecond(info.timestamp().longValueExact()));
  }

  /**
   * A block on top of another one, if there is one.
   *
   * @throws MalformedInputException if its timestamp is out of range or before that one's
   */
  static BlockPoint of(Layer layer, BlockInfo info, Optional<BlockInfo> parent) {
    if (info.timestamp().compareTo(LATEST_TIME) > 0) {
      throw malformed(layer, info, "must be seconds since 1970 and at most " + LATEST_TIME);
    }
    if (parent.filter(p -> p.timestamp().compareTo(info.timestamp()) > 0).isPresent()) {
      throw malformed(
          layer, info, "must not be before that of its parent, " + parent.get().timestamp());
    }
    return of(layer, info);
  }

  private static MalformedInputException malformed(Layer layer, BlockInfo info, String rule) {
    return new MalformedInputException(
        layer + " block " + info.number() + ": found timestamp " + info.timestamp() + ", " + rule);
  }

  /** Such as {@code L1 #20 (2026-01-01T00:04:00Z)}. */
  @Override
  public String toString() {
    return layer + " #" + number + " (" + time + ")";
  }
}
