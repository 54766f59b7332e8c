// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.UInt64;

/** A block was appended before the one in front of it. */
public final class MissingBlockException extends TrackingException {
  private static final long serialVersionUID = 1L;

  private final transient UInt64 expected;

  MissingBlockException(Layer layer, UInt64 expected, UInt64 found) {
    super(
        layer,
        "the next block must be "
            + expected
            + ", found "
            + found
            + ". Append each block, empty ones too: a missing one could hide a message.");
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
