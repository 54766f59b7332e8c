// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;

/**
 * {@code revert SomeError(arguments)}: the data is the selector and the encoded arguments.
 *
 * <p>Immutable and thread-safe.
 *
 * @param signature the error
 * @param arguments what it was raised with
 */
public record CustomError(Signature signature, AbiValue.Tuple arguments) implements EvmRevert {
  /**
   * An error with its arguments.
   *
   * @param signature the error
   * @param arguments one for each parameter
   * @return the revert
   * @throws IllegalArgumentException if the arguments do not fit the parameters
   */
  public static CustomError of(Signature signature, AbiValue... arguments) {
    return new CustomError(signature, AbiValue.tuple(arguments));
  }

  /** Checks that the arguments fit. */
  public CustomError {
    AbiCoder.encode(signature.parameters(), arguments);
  }

  @Override
  public Bytes data() {
    return Bytes.concat(signature.selector(), AbiCoder.encode(signature.parameters(), arguments));
  }

  /** Such as {@code NotAuthorized(0x…)}; numbers with labels as their labels. */
  @Override
  public String description() {
    return signature.describe(arguments);
  }
}
