// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import java.util.Optional;

/**
 * A message got from one status to another. The same value is reported again as a retraction when a
 * rollback takes the change back.
 *
 * <p>Immutable and thread-safe.
 *
 * @param sequence counts the changes of a tracker, from 1 on
 * @param message which message
 * @param from where it was; nothing if it was not known
 * @param to where it is, by what and since when
 */
public record StatusChange(
    long sequence, MessageId message, Optional<MessageStatus> from, Reached to) {
  /** Such as {@code L1 → L2 0x12…: SENT → CONFIRMED (confirmations reached)}. */
  @Override
  public String toString() {
    return message
        + ": "
        + from.map(status -> status + " → ").orElse("")
        + to.status()
        + " ("
        + to.by()
        + ") at "
        + to.at();
  }
}
