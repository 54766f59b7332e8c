// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

/**
 * Where a message stands. A Call or Transfer goes from {@link #SENT} or {@link #QUEUED} over any
 * number of hops to one of {@link #EXECUTED}, {@link #FAILED} and {@link #REFUSED}, and from there
 * to {@link #ANSWERED} or {@link #UNANSWERED}. A Result goes the same way to {@link #DELIVERED} or
 * {@link #DROPPED}. When blocks are lost, a message goes back to where it stood before them, or to
 * {@link #LOST} if it was sent in them.
 *
 * <p>Thread-safe.
 */
public enum MessageStatus {
  /** On its way down: the child takes it in once the block is final for it. */
  SENT(false),
  /** On its way up: in the batch of the next checkpoint. */
  QUEUED(false),
  /** On its way up: in a checkpoint that was cut and is to be relayed. */
  IN_CHECKPOINT(false),
  /** At a gateway in between, which has not propagated it yet. */
  IN_POSTBOX(false),
  /** Its receiver accepted it; the Result is on its way back. */
  EXECUTED(false),
  /** Its receiver failed, or could not be called; the Result is on its way back, with the value. */
  FAILED(false),
  /** A gateway refused it; the Result is on its way back, with the value. */
  REFUSED(false),
  /** Its sender's contract has accepted the Result. */
  ANSWERED(true),
  /**
   * The Result was lost: the sender is no contract, or refused it, or a gateway did. Nothing more
   * will come.
   */
  UNANSWERED(true),
  /** A Result: its receiver has accepted it. */
  DELIVERED(true),
  /** A Result: nobody accepted it, and a Result is not answered; its value stays in the gateway. */
  DROPPED(true),
  /**
   * The block that it was sent in was lost, by a reorganisation or a crash, and it with it. Who
   * sent it may send it again; a Result comes again, or another one, when what it answers is
   * executed again.
   */
  LOST(true);

  private final boolean last;

  MessageStatus(boolean last) {
    this.last = last;
  }

  /**
   * Whether nothing more can happen to the message.
   *
   * @return true for the last five
   */
  public boolean isFinal() {
    return last;
  }

  /**
   * Whether the message has not reached the end of its way.
   *
   * @return true from its sending up to its last gateway
   */
  public boolean isUnderway() {
    return ordinal() <= IN_POSTBOX.ordinal();
  }
}
