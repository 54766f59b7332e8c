// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where a message is. The last two and {@link #SENT} are of messages from L2 to L1 too, the others
 * of L1 to L2 only.
 */
public enum MessageStatus {
  /**
   * L1 → L2: the core contract has it; the sequencer waits for confirmations. L2 → L1: its block is
   * not settled yet.
   */
  SENT,
  /**
   * It has the confirmations that the sequencer asks for, and waits until its block is old enough.
   */
  CONFIRMED,
  /** Its handler ran; L1 still holds it until the block is settled. */
  ACCEPTED_ON_L2,
  /**
   * Its handler failed, and the sequencer does not run it again. L1 holds it; its sender may cancel
   * it.
   */
  REVERTED_ON_L2,
  /**
   * The sequencer leaves it out, for a word that is no felt or a cancellation request. L1 holds it.
   */
  LEFT_OUT,
  /** A state update consumed it on L1. */
  SETTLED,
  /**
   * Its sender asked for cancellation; it can still be consumed until the cancellation is
   * completed.
   */
  CANCELLATION_REQUESTED,
  /** Its sender cancelled it. The fee is not refunded. */
  CANCELLED,
  /** L2 → L1: its block is settled; the receiver may consume it. */
  CONSUMABLE,
  /** L2 → L1: the receiver consumed it. */
  CONSUMED;

  /** What follows by the passing of time alone, without a further call of anybody. */
  private static final Map<MessageStatus, Set<MessageStatus>> BY_TIME =
      new EnumMap<>(
          Map.of(
              SENT, EnumSet.of(CONFIRMED, CONSUMABLE),
              CONFIRMED, EnumSet.of(ACCEPTED_ON_L2, REVERTED_ON_L2, LEFT_OUT),
              ACCEPTED_ON_L2, EnumSet.of(SETTLED, CONFIRMED),
              CANCELLATION_REQUESTED, EnumSet.of(CONFIRMED, SETTLED)));

  /**
   * Whether a message may get to a status by the passing of time alone.
   *
   * @param wanted the status in question
   * @return true if it is there or may get there
   */
  public boolean canStillReach(MessageStatus wanted) {
    Set<MessageStatus> reached = EnumSet.of(this);
    Set<MessageStatus> more = EnumSet.of(this);
    while (!more.isEmpty()) {
      Set<MessageStatus> next = EnumSet.noneOf(MessageStatus.class);
      more.forEach(status -> next.addAll(BY_TIME.getOrDefault(status, Set.of())));
      next.removeAll(reached);
      reached.addAll(next);
      more = next;
    }
    return reached.contains(wanted);
  }
}
