// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

/**
 * What the logs say of a message as a whole. {@link #EXECUTED}, {@link #FAILED} and {@link
 * #REFUSED} are what its Result says, and mean the same as for a network of this process; whether
 * the sender's contract accepted that Result is in no log.
 *
 * <p>Thread-safe.
 */
public enum TraceStatus {
  /** No log speaks of it. */
  NOT_SEEN,
  /** It is on its way, as far as logs show. */
  UNDERWAY,
  /**
   * A gateway has taken it in, because later messages of the same queue have passed. Its Result is
   * not seen yet; a Result, and an empty message, get none.
   */
  TAKEN_IN,
  /** Its receiver accepted it. */
  EXECUTED,
  /** Its receiver failed, or could not be called; the value goes back. */
  FAILED,
  /** A gateway refused it before any receiver saw it; the value goes back. */
  REFUSED;

  /**
   * Whether a Result answers it.
   *
   * @return true for the last three
   */
  public boolean isAnswered() {
    return this.ordinal() >= EXECUTED.ordinal();
  }
}
