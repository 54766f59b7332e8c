// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.MalformedInputException;

/**
 * Bytes that Solidity would refuse to decode. {@link #revert} is what a contract that was given
 * them reverts with: nothing, or Panic(0x41) for a length whose memory cannot be addressed.
 *
 * <p>Thread-safe.
 */
public final class AbiDecodeException extends MalformedInputException {
  private static final long serialVersionUID = 1L;

  private final transient EvmRevert revert;

  AbiDecodeException(String message, long offset, EvmRevert revert) {
    super(message, offset);
    this.revert = revert;
  }

  /**
   * What the contract reverts with.
   *
   * @return {@link RawRevert#EMPTY} or {@link Panic#MEMORY}
   */
  public EvmRevert revert() {
    return revert;
  }
}
