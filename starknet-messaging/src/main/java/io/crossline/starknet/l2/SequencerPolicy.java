// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.messaging.UInt64;
import java.time.Duration;

/**
 * When a sequencer includes a message from L1. None of this is a rule of the protocol: each
 * operator chooses.
 *
 * <p>Immutable and thread-safe.
 *
 * @param confirmations how many L1 blocks must follow the one with the message; not negative
 * @param cooldown how old the L1 block with the message must be
 * @param cancellationTimelock how long after a cancellation request the sequencer still includes
 *     the message
 */
public record SequencerPolicy(int confirmations, Duration cooldown, Duration cancellationTimelock) {
  /**
   * Three confirmations (the number used on the main network is not published), and cooldown and
   * timelock as the Apollo sequencer has them by default: 255 seconds and 5 minutes.
   */
  public static final SequencerPolicy DEFAULT =
      new SequencerPolicy(3, Duration.ofSeconds(255), Duration.ofMinutes(5));

  /** Checks the ranges. */
  public SequencerPolicy {
    if (confirmations < 0 || cooldown.isNegative() || cancellationTimelock.isNegative()) {
      throw new IllegalArgumentException(
          "sequencer policy: none may be negative, found confirmations %d, cooldown %s, timelock %s"
              .formatted(confirmations, cooldown, cancellationTimelock));
    }
  }

  /**
   * Whether a message has as many confirmations as it asks for.
   *
   * @param sentIn the number of the L1 block with the message
   * @param l1Head the number of the latest L1 block
   * @return true if it has
   */
  public boolean confirmed(UInt64 sentIn, UInt64 l1Head) {
    return l1Head.compareTo(sentIn.plus(UInt64.of(confirmations))) >= 0;
  }
}
