// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.MalformedInputException;

/**
 * Bytes that Solidity would refuse to decode. {@link EvmRevert#of} is what a contract that was
 * given them reverts with: nothing, or Panic(0x41) for a length whose memory cannot be addressed.
 *
 * <p>Thread-safe.
 */
public final class AbiDecodeException extends MalformedInputException {
  private static final long serialVersionUID = 1L;

  private final boolean outOfMemory;

  AbiDecodeException(String message, long offset, boolean outOfMemory) {
    super(message, offset);
    this.outOfMemory = outOfMemory;
  }

  /**
   * Whether a length is so large that a contract runs out of memory before it finds that the data
   * end.
   *
   * @return true if a contract reverts with {@link Panic#MEMORY}, false if without data
   */
  public boolean isOutOfMemory() {
    return outOfMemory;
  }
}
