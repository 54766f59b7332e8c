// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.messaging.Revert;

/**
 * Unwinds a frame that reverts. It never leaves the chain model: a transaction or a call turns it
 * into a value. Made by {@link Frame#revert} or directly; carries no stack trace, because a revert
 * is an ordinary outcome.
 *
 * <p>Thread-safe.
 */
public final class RevertSignal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Revert revert;

  /**
   * Creates a signal.
   *
   * @param revert why the frame reverts
   */
  public RevertSignal(Revert revert) {
    super(null, null, false, false);
    this.revert = revert;
  }

  /**
   * Why the frame reverts.
   *
   * @return the revert
   */
  public Revert revert() {
    return revert;
  }

  /** The reason in words. */
  @Override
  public String getMessage() {
    return revert.description();
  }
}
