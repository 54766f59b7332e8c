// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.trace;

import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.List;

/**
 * One line of a timeline.
 *
 * @param time when, since the network was started
 * @param chain where, by the chain's name
 * @param block in which block of that chain
 * @param what what happened, in words
 * @param changes the messages whose status changed by it
 */
public record TimelineEntry(
    Duration time, String chain, UInt64 block, String what, List<StatusChange> changes) {
  /** Copies the list of changes. */
  public TimelineEntry {
    changes = List.copyOf(changes);
  }

  /**
   * A message whose status changed.
   *
   * @param message its short name
   * @param status its new status
   */
  public record StatusChange(String message, String status) {}
}
