// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * Thrown by {@link Outcome#orThrow} for an operation that was refused.
 *
 * <p>Thread-safe.
 */
public final class RevertedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Revert revert;

  /**
   * Creates an exception for a revert.
   *
   * @param revert why the operation was refused
   */
  public RevertedException(Revert revert) {
    super(revert.description());
    this.revert = revert;
  }

  /**
   * Why the operation was refused.
   *
   * @return the revert
   */
  public Revert revert() {
    return revert;
  }
}
