// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.follow;

import io.crossline.messaging.UInt64;

/**
 * A block was appended before the one in front of it, to a chain that is followed in order.
 *
 * <p>Thread-safe.
 */
public final class MissingBlockException extends FollowException {
  private static final long serialVersionUID = 1L;

  private final transient UInt64 expected;

  MissingBlockException(String chain, UInt64 expected, UInt64 found) {
    super(
        chain,
        "the next block must be "
            + expected
            + ", found "
            + found
            + ". Append each block, empty ones too, or say that nothing is in those between: a"
            + " missing one could hide a message.");
    this.expected = expected;
  }

  /**
   * The block that is missing.
   *
   * @return its number
   */
  public UInt64 expected() {
    return expected;
  }
}
