// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.messaging.UInt64;

/**
 * A block is further back than the follower can undo, or remember. The follower is unchanged.
 * Follow the network with a larger number of undoable blocks, or begin anew.
 */
public final class BlockOutOfReachException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient UInt64 oldest;

  BlockOutOfReachException(TracedNetwork network, String what, UInt64 found, UInt64 oldest) {
    super(
        network.name()
            + ": "
            + what
            + " block "
            + found
            + ": the oldest block in reach is "
            + oldest
            + ", because blocks can be taken in and back up to "
            + network.undoableBlocks()
            + " behind the latest one. Raise that limit, or begin a new follower further back.");
    this.oldest = oldest;
  }

  /**
   * How far back the follower reaches.
   *
   * @return the number of the oldest block that can be appended
   */
  public UInt64 oldest() {
    return oldest;
  }
}
