// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit;

/**
 * An invariant that does not hold.
 *
 * <p>Immutable and thread-safe.
 *
 * @param invariant its number in {@code docs/invariants.md}, such as {@code S4}
 * @param message what it is about, as a hash or id in its text form; empty if it is about no single
 *     message
 * @param what what was found and what should have been
 */
public record Violation(String invariant, String message, String what) {
  /** On one line. */
  @Override
  public String toString() {
    return invariant + (message.isEmpty() ? "" : " " + message) + ": " + what;
  }
}
