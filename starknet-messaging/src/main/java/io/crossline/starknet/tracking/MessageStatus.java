// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

/**
 * Where a message is. {@link Transitions} says how it gets from one status to another.
 *
 * <p>Thread-safe.
 */
public enum MessageStatus {
  /**
   * L1 → L2: the core contract has it, and its block does not have the confirmations yet. L2 → L1:
   * its block is not settled yet.
   */
  SENT(false, "sent, and waits for confirmations (to L2) or for a state update (to L1)"),
  /** L1 → L2: its block has the confirmations; the sequencer may include it at any time. */
  CONFIRMED(false, "its L1 block has the confirmations; waits for the sequencer"),
  /**
   * L1 → L2: L2 does not take it. One of its words is no felt, so that no transaction can hold it,
   * or a sequencer that reports it left it out. L1 holds it until its sender cancels it.
   */
  LEFT_OUT(false, "L2 does not take it; L1 holds it, and its sender may cancel it"),
  /** L1 → L2: its handler ran; L1 still holds it until the block is settled. */
  ACCEPTED_ON_L2(false, "its handler succeeded; L1 holds it until the L2 block is settled"),
  /**
   * L1 → L2: its handler failed, and the sequencer does not run it again. L1 holds it; its sender
   * may cancel it.
   */
  REVERTED_ON_L2(false, "its handler failed; L1 holds it, and its sender may cancel it"),
  /**
   * L1 → L2: a state update consumed it on L1. L2 → L1: its block is settled, but it names a
   * receiver above 160 bits, so that nobody can ever consume it.
   */
  SETTLED(true, "a state update consumed it (to L2), or brought it for a receiver that is none"),
  /**
   * L1 → L2: its sender asked for cancellation; it can still be consumed until the cancellation is
   * completed.
   */
  CANCELLATION_REQUESTED(false, "the clock of the cancellation runs; L2 may still consume it"),
  /** L1 → L2: its sender cancelled it. The fee is not refunded. */
  CANCELLED(true, "its sender cancelled it; the fee is not refunded"),
  /** L2 → L1: its block is settled; the receiver may consume it. */
  CONSUMABLE(false, "a state update brought it to L1; waits for its receiver"),
  /** L2 → L1: the receiver consumed it. */
  CONSUMED(true, "its receiver consumed it"),
  /** A reorganisation took back the block that it was sent in, and it has not come again. */
  ROLLED_BACK(true, "a reorganisation took back the block that it was sent in");

  private final boolean finished;
  private final String meaning;

  MessageStatus(boolean finished, String meaning) {
    this.finished = finished;
    this.meaning = meaning;
  }

  /**
   * What the status means, in half a sentence.
   *
   * @return its meaning
   */
  public String meaning() {
    return meaning;
  }

  /**
   * Whether nothing more happens to a message unless a chain is reorganised.
   *
   * @return true if it waits for nothing
   */
  public boolean isFinished() {
    return finished;
  }
}
