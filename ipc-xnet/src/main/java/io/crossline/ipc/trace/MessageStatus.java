// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

/**
 * Where a message stands, for a network of this process as for who reads logs alone. A Call or
 * Transfer goes from {@link #SENT} or {@link #QUEUED} over any number of hops to one of {@link
 * #EXECUTED}, {@link #FAILED} and {@link #REFUSED}, and from there to {@link #ANSWERED} or {@link
 * #UNANSWERED}. A Result goes the same way to {@link #DELIVERED} or {@link #DROPPED}. When blocks
 * are lost, a message goes back to where it stood before them, or to {@link #LOST} if it was sent
 * in them.
 *
 * <p>Logs tell less than a network of this process knows: they never show that a contract accepted
 * a Result, nor that blocks were lost. Only they have {@link #NOT_SEEN}, {@link #UNSEEN} and {@link
 * #TAKEN_IN}.
 *
 * <p>Thread-safe.
 */
public enum MessageStatus {
  /** In logs: none speaks of it. */
  NOT_SEEN(Stage.UNDERWAY),
  /** In logs: it is on its way, and those that would tell where are missing. */
  UNSEEN(Stage.UNDERWAY),
  /** On its way down: the child takes it in once the block is final for it. */
  SENT(Stage.UNDERWAY),
  /** On its way up: in the batch of the next checkpoint. */
  QUEUED(Stage.UNDERWAY),
  /** On its way up: in a checkpoint that was cut and is to be relayed. */
  IN_CHECKPOINT(Stage.UNDERWAY),
  /** At a gateway in between, which has not propagated it yet. */
  IN_POSTBOX(Stage.UNDERWAY),
  /**
   * In logs: a gateway has taken it in, because later messages of the same queue have passed. Its
   * Result is not seen yet; a Result, and an empty message, get none.
   */
  TAKEN_IN(Stage.ARRIVED),
  /** Its receiver accepted it; the Result is on its way back. */
  EXECUTED(Stage.ARRIVED),
  /** Its receiver failed, or could not be called; the Result is on its way back, with the value. */
  FAILED(Stage.ARRIVED),
  /** A gateway refused it; the Result is on its way back, with the value. */
  REFUSED(Stage.ARRIVED),
  /** Its sender's contract has accepted the Result. */
  ANSWERED(Stage.OVER),
  /**
   * The Result was lost: the sender is no contract, or refused it, or a gateway did. Nothing more
   * will come.
   */
  UNANSWERED(Stage.OVER),
  /** A Result: its receiver has accepted it. */
  DELIVERED(Stage.OVER),
  /** A Result: nobody accepted it, and a Result is not answered; its value stays in the gateway. */
  DROPPED(Stage.OVER),
  /**
   * The block that it was sent in was lost, by a reorganisation or a crash, and it with it. Who
   * sent it may send it again; a Result comes again, or another one, when what it answers is
   * executed again.
   */
  LOST(Stage.OVER);

  private enum Stage {
    UNDERWAY,
    ARRIVED,
    OVER
  }

  private final Stage stage;

  MessageStatus(Stage stage) {
    this.stage = stage;
  }

  /**
   * Whether a message that stood somewhere can stand here next. Blocks that are lost bring it back
   * to where it was, which is no step of its own.
   *
   * @param before where it stood
   * @return true if that is a step of the way, or the same place
   */
  public boolean follows(MessageStatus before) {
    return switch (this) {
      case NOT_SEEN, UNSEEN -> before == this;
      case SENT, QUEUED -> before == this || before == IN_POSTBOX || before == LOST;
      case IN_CHECKPOINT -> before == this || before == QUEUED;
      case ANSWERED -> before == this || before.stage == Stage.ARRIVED;
      case UNANSWERED -> before == this || before.stage != Stage.OVER;
      case LOST -> true;
      // Of a message that a child forged, it need not be known where it waited.
      default -> before == this || before.isUnderway() || before == TAKEN_IN;
    };
  }

  /**
   * Whether nothing more can happen to the message.
   *
   * @return true for the last five
   */
  public boolean isFinal() {
    return stage == Stage.OVER;
  }

  /**
   * Whether the message has not reached the end of its way.
   *
   * @return true from its sending up to its last gateway
   */
  public boolean isUnderway() {
    return stage == Stage.UNDERWAY;
  }
}
