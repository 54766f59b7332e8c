// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.topdown;

import io.crossline.messaging.UInt64;

/**
 * The parent's logs lack a message, or have one twice: a node must not apply any of them.
 *
 * <p>Thread-safe.
 */
public final class NonSequentialNonceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param expected the nonce that should have come
   * @param found the nonce that came
   */
  public NonSequentialNonceException(UInt64 expected, UInt64 found) {
    super("top-down messages: found local nonce " + found + ", expected " + expected);
  }
}
