// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

/**
 * Events were asked for that the outbox has forgotten: whoever reads on from there would miss them.
 *
 * <p>Thread-safe.
 */
public final class ForgottenEventsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long first;

  ForgottenEventsException(long wanted, long first) {
    super(
        "event "
            + wanted
            + " is forgotten, the first one that is left is "
            + first
            + ": take what they told from elsewhere, such as the state itself, and go on behind "
            + (first - 1));
    this.first = first;
  }

  /**
   * Where the outbox begins.
   *
   * @return the number of the first event that is left
   */
  public long first() {
    return first;
  }
}
