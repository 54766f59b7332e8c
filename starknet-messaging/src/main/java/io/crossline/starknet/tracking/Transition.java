// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import java.util.Optional;

/**
 * A row of the table of {@link Transitions}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param direction which way the message goes
 * @param from where it is; nothing if it is not known yet
 * @param event what is seen of it
 * @param to where it is then
 */
record Transition(
    Direction direction, Optional<MessageStatus> from, MessageEvent event, MessageStatus to) {
  /** Such as {@code SENT --confirmations reached--> CONFIRMED}. */
  @Override
  public String toString() {
    return from.map(Enum::name).orElse("(unknown)") + " --" + event + "--> " + to;
  }
}
