// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.handler;

/**
 * A handler or a provider of handlers that cannot be used; the message says why and what to do.
 *
 * <p>Thread-safe.
 */
public final class HandlerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what is wrong and what to do
   */
  public HandlerException(String message) {
    super(message);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param message what is wrong and what to do
   * @param cause what the provider threw
   */
  public HandlerException(String message, Throwable cause) {
    super(message, cause);
  }
}
