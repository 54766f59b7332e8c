// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.MalformedInputException;
import java.util.List;

/**
 * Calldata that does not fit the parameters of a function: which parameter, and what the contract
 * panics with before its first line.
 *
 * <p>Thread-safe.
 */
public final class CairoReadException extends MalformedInputException {
  private static final long serialVersionUID = 1L;

  private final transient List<Felt> panic;

  CairoReadException(String message, long offset, List<Felt> panic) {
    super(message, offset);
    this.panic = panic;
  }

  /**
   * What the executor's panic data is.
   *
   * @return {@code Failed to deserialize param #N} or {@code Input too long for arguments} as
   *     felts; nothing where the executor reads the value, and only the text that was asked for is
   *     not in it
   */
  public List<Felt> panic() {
    return panic;
  }
}
