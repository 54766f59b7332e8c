// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.follow;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;

/**
 * A chain now has another block at a number: either a block was appended that is not the known one,
 * or one whose parent is not. Roll back to the last block that both have, then append again.
 *
 * <p>Thread-safe.
 */
public final class ConflictingBlockException extends UnequalBlockException {
  private static final long serialVersionUID = 1L;

  ConflictingBlockException(
      String chain, UInt64 number, Bytes32 known, Bytes32 found, String where) {
    super(
        chain,
        number,
        known,
        found,
        "block "
            + number
            + " is known as "
            + known
            + ", found "
            + found
            + where
            + ". The chain was reorganised: roll back to the last block that is on it, at most "
            + (number.equals(UInt64.ZERO) ? "none" : "#" + number.minus(UInt64.ONE))
            + ", then append again.");
  }
}
