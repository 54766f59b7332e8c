// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a sequencer knows of one message that waits, or was run in a block that can still be taken
 * back: the blocks of L1 that sent it, asked for its cancellation and cancelled it, and whether it
 * ran.
 */
final class KnownMessage {
  private final L1ToL2Message message;
  private @Nullable BlockInfo sentIn;
  private @Nullable BlockInfo requestedIn;
  private @Nullable BlockInfo cancelledIn;
  private boolean ran;

  KnownMessage(L1ToL2Message message, boolean ran) {
    this.message = message;
    this.ran = ran;
  }

  L1ToL2Message message() {
    return message;
  }

  Bytes32 hash() {
    return message.hash();
  }

  UInt256 nonce() {
    return message.nonce();
  }

  /** The number of the block that sent it; nothing if L1 lost that block. */
  Optional<UInt64> sentIn() {
    return Optional.ofNullable(sentIn).map(BlockInfo::number);
  }

  /** Whether it ran, or was left out, in a block that can still be taken back. */
  boolean ran() {
    return ran;
  }

  void ran(boolean now) {
    ran = now;
  }

  /** L1 shows its log. Shown again, it stays where it was. */
  void sent(BlockInfo block) {
    sentIn = sentIn == null ? block : sentIn;
  }

  /** L1 shows a request. The timelock runs from the first one. */
  void requested(BlockInfo block) {
    requestedIn = requestedIn == null ? block : requestedIn;
  }

  void cancelled(BlockInfo block) {
    cancelledIn = block;
  }

  /** L1 lost its blocks above a number, and what they said no longer counts. */
  void l1RolledBackTo(UInt64 number) {
    sentIn = kept(sentIn, number);
    requestedIn = kept(requestedIn, number);
    cancelledIn = kept(cancelledIn, number);
  }

  private static @Nullable BlockInfo kept(@Nullable BlockInfo block, UInt64 last) {
    return block == null || block.number().compareTo(last) > 0 ? null : block;
  }

  /** Whether nothing is left of it, on L1 or on L2. */
  boolean isGone() {
    return sentIn == null && !ran;
  }

  boolean isDue(SequencerPolicy policy, UInt64 l1Head, UInt64 now) {
    return sentIn != null
        && policy.confirmed(sentIn.number(), l1Head)
        && isPast(sentIn, policy.cooldown(), now);
  }

  /** Why it gets no transaction although it is due; nothing if it gets one. */
  Optional<String> reasonToLeaveOut(SequencerPolicy policy, UInt64 now) {
    if (!message.isFelts()) {
      return Optional.of("a word is no felt");
    }
    if (sentIn == null || cancelledIn != null) {
      return Optional.of("its sender cancelled it");
    }
    return requestedIn != null && isPast(requestedIn, policy.cancellationTimelock(), now)
        ? Optional.of("its sender asked for cancellation")
        : Optional.empty();
  }

  private static boolean isPast(BlockInfo block, Duration period, UInt64 now) {
    return now.compareTo(block.timestamp().plus(UInt64.of(period.toSeconds()))) >= 0;
  }
}
