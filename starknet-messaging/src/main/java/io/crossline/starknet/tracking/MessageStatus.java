// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

/** Where a message is. {@link Transitions} says how it gets from one status to another. */
public enum MessageStatus {
  /**
   * L1 → L2: the core contract has it, and its block does not have the confirmations yet. L2 → L1:
   * its block is not settled yet.
   */
  SENT(false),
  /** L1 → L2: its block has the confirmations; the sequencer may include it at any time. */
  CONFIRMED(false),
  /**
   * L1 → L2: one of its words is no felt, so that no transaction of L2 can hold it. L1 holds it
   * until its sender cancels it.
   */
  LEFT_OUT(false),
  /** L1 → L2: its handler ran; L1 still holds it until the block is settled. */
  ACCEPTED_ON_L2(false),
  /**
   * L1 → L2: its handler failed, and the sequencer does not run it again. L1 holds it; its sender
   * may cancel it.
   */
  REVERTED_ON_L2(false),
  /**
   * L1 → L2: a state update consumed it on L1. L2 → L1: its block is settled, but it names a
   * receiver above 160 bits, so that nobody can ever consume it.
   */
  SETTLED(true),
  /**
   * L1 → L2: its sender asked for cancellation; it can still be consumed until the cancellation is
   * completed.
   */
  CANCELLATION_REQUESTED(false),
  /** L1 → L2: its sender cancelled it. The fee is not refunded. */
  CANCELLED(true),
  /** L2 → L1: its block is settled; the receiver may consume it. */
  CONSUMABLE(false),
  /** L2 → L1: the receiver consumed it. */
  CONSUMED(true),
  /** A reorganisation took back the block that it was sent in, and it has not come again. */
  ROLLED_BACK(true);

  private final boolean finished;

  MessageStatus(boolean finished) {
    this.finished = finished;
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
