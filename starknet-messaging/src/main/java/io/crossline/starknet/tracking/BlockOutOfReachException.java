// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.UInt64;

/**
 * A block is further back than the tracker can undo, or remember. Track with a larger number of
 * undoable blocks, or begin a new tracker in front of the reorganisation.
 */
public final class BlockOutOfReachException extends TrackingException {
  private static final long serialVersionUID = 1L;

  private final transient UInt64 oldest;

  BlockOutOfReachException(Layer layer, String what, UInt64 found, UInt64 oldest, int limit) {
    super(
        layer,
        what
            + " block "
            + found
            + ": the oldest block in reach is "
            + oldest
            + ", because the last "
            + limit
            + " blocks can be taken back ("
            + layer.name().toLowerCase(java.util.Locale.ROOT)
            + "UndoableBlocks). Raise that limit, or begin a new tracker further back.");
    this.oldest = oldest;
  }

  /**
   * How far back the tracker reaches.
   *
   * @return the number of the oldest block that it can roll back to
   */
  public UInt64 oldest() {
    return oldest;
  }
}
