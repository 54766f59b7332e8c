// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;

/**
 * A network now has another block at a number than the one that was given before, or a block whose
 * parent is not the one given. Roll back to the last block that both have, then append again. The
 * follower is unchanged.
 */
public final class ConflictingBlockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient UInt64 number;

  ConflictingBlockException(
      String network, UInt64 number, Bytes32 known, Bytes32 found, String where) {
    super(
        network
            + ": block "
            + number
            + " is known as "
            + known
            + ", found "
            + found
            + where
            + ". The chain was reorganised: roll back to the last block that is on it, then append"
            + " again.");
    this.number = number;
  }

  /**
   * Where the two chains differ.
   *
   * @return the number of the block
   */
  public UInt64 number() {
    return number;
  }
}
