// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.BlockInfo;
import java.util.Comparator;

/**
 * Where a log stands: what says that something happened, and when.
 *
 * <p>Immutable and thread-safe.
 *
 * @param network in which network
 * @param block in which of its blocks
 * @param index its place among the logs that were given for the block, from 0
 */
public record LogPoint(SubnetId network, BlockInfo block, int index) {
  static final Comparator<LogPoint> ORDER =
      Comparator.<LogPoint, io.crossline.messaging.UInt64>comparing(point -> point.block.number())
          .thenComparingInt(LogPoint::index);

  /** Such as {@code block 12}. */
  @Override
  public String toString() {
    return "block " + block.number();
  }
}
