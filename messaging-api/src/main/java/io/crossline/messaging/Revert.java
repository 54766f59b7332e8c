// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * Why an operation was refused. A revert leaves no change and no log. Implementations are values;
 * on EVM chains they are the forms that Solidity knows, on Starknet's L2 a panic of felts.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface Revert {
  /**
   * The exact bytes that the caller of the operation gets.
   *
   * @return the revert data, possibly empty
   */
  Bytes data();

  /**
   * The reason in words, with upstream's own name of the error.
   *
   * @return one line
   */
  String description();
}
