// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.follow;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;

/**
 * A block was appended before under the same number and hash with other logs or receipts: one of
 * the two answers was not whole. Roll back in front of the block and append what the node says now,
 * or ask another node.
 *
 * <p>Thread-safe.
 */
public final class DifferentContentException extends UnequalBlockException {
  private static final long serialVersionUID = 1L;

  DifferentContentException(
      String chain, UInt64 number, Bytes32 hash, Bytes32 known, Bytes32 found) {
    super(
        chain,
        number,
        known,
        found,
        "block "
            + number
            + " "
            + hash
            + " was appended with other content: known is content of digest "
            + known
            + ", found "
            + found
            + ". One of the two answers was not whole: roll back in front of the block and append"
            + " what the node says now, or ask another node.");
  }
}
