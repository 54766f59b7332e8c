// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.follow;

import io.crossline.messaging.UInt64;

/**
 * A block is further back than the follower can undo, or remember. Follow with a larger number of
 * undoable blocks, or begin anew in front of the reorganisation.
 *
 * <p>Thread-safe.
 */
public final class BlockOutOfReachException extends FollowException {
  private static final long serialVersionUID = 1L;

  private final transient UInt64 oldest;

  BlockOutOfReachException(
      String chain, String what, UInt64 found, UInt64 oldest, int undoable, String limit) {
    super(
        chain,
        what
            + " block "
            + found
            + ": the oldest block in reach is "
            + oldest
            + ", because blocks can be taken in and back up to "
            + undoable
            + " behind the latest one ("
            + limit
            + "). Raise that limit, or begin a new follower further back.");
    this.oldest = oldest;
  }

  /**
   * How far back the follower reaches.
   *
   * @return the number of the oldest block that it knows
   */
  public UInt64 oldest() {
    return oldest;
  }
}
