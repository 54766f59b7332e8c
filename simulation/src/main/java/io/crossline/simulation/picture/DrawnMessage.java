// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.picture;

import java.util.List;

/**
 * A message that is drawn.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name its short name, such as {@code m1}
 * @param id what identifies it, such as its hash; empty if nobody told
 * @param kind what kind of message it is, such as {@code call}; may be empty
 * @param status its last status
 * @param failed whether that is one of the statuses that count as failed
 * @param faulted whether a fault touched it: a fault names it, or it went back to a status that it
 *     had left before
 * @param missingSteps how many of its steps are not among these, at least; 0 for nearly all
 *     messages
 * @param steps what happened to it, in order; at least one step
 */
public record DrawnMessage(
    String name,
    String id,
    String kind,
    String status,
    boolean failed,
    boolean faulted,
    int missingSteps,
    List<Step> steps) {
  /**
   * Copies the steps.
   *
   * @throws IllegalArgumentException if there is none, or fewer than none are missing
   */
  public DrawnMessage {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || missingSteps < 0) {
      throw new IllegalArgumentException(
          "message "
              + name
              + ": found "
              + steps.size()
              + " steps and "
              + missingSteps
              + " missing, must be at least 1 and at least 0");
    }
  }
}
