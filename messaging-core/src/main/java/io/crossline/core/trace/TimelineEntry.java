// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.trace;

import io.crossline.messaging.UInt64;
import java.time.Duration;
import java.util.List;

/**
 * One line of a timeline.
 *
 * <p>Immutable and thread-safe.
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
   * The line as people read it, on one line: such as {@code 1d 00:00:12 L1 #3 bridge cancels; the
   * fee is not refunded [m1 CANCELED]}. Days are left out before the first is over.
   *
   * @return time, chain, block, what happened, and whose status changed
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    if (time.toDays() > 0) {
      text.append(time.toDays()).append("d ");
    }
    twoDigits(text, time.toHoursPart()).append(':');
    twoDigits(text, time.toMinutesPart()).append(':');
    twoDigits(text, time.toSecondsPart()).append(' ').append(chain);
    text.append(" #").append(block).append(' ').append(what);
    if (!changes.isEmpty()) {
      text.append(" [");
      for (StatusChange change : changes) {
        text.append(change.message()).append(' ').append(change.status()).append(", ");
      }
      text.setLength(text.length() - 2);
      text.append(']');
    }
    return text.toString();
  }

  private static StringBuilder twoDigits(StringBuilder text, int number) {
    return text.append(number < 10 ? "0" : "").append(number);
  }

  /**
   * A message whose status changed.
   *
   * @param message its short name
   * @param status its new status
   */
  public record StatusChange(String message, String status) {}
}
