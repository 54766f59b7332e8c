// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import java.time.Duration;

/**
 * A message did not get where it was awaited within the time that was allowed, or never can. The
 * message says where it stands, what it waits for and what one can do.
 */
public final class StatusNotReachedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient MessageInfo message;

  StatusNotReachedException(MessageInfo message, String wanted, Duration allowed) {
    this(message, wanted, " within " + clock(allowed));
  }

  private StatusNotReachedException(MessageInfo message, String wanted, String allowed) {
    super(
        message.name()
            + " "
            + message.tracingId()
            + (message.status().isFinal()
                ? " cannot reach " + wanted
                : " did not reach " + wanted + allowed)
            + "\n  status     "
            + message.status()
            + " in "
            + message.network()
            + " since "
            + clock(message.since())
            + message.answer().map(answer -> ": " + answer.description()).orElse("")
            + "\n  waits for  "
            + message.waitsFor().replaceFirst("^waits (for )?", "")
            + "\n  you can    "
            + advice(message.status()));
    this.message = message;
  }

  /** A call whose Result did not end it. */
  static StatusNotReachedException lost(MessageInfo message) {
    return new StatusNotReachedException(
        message, "its end where it was performed, and never will", "");
  }

  /**
   * Where the message stands.
   *
   * @return the message
   */
  public MessageInfo message() {
    return message;
  }

  private static String advice(MessageStatus status) {
    return switch (status) {
      case SENT, QUEUED, IN_CHECKPOINT, EXECUTED, FAILED, REFUSED ->
          "allow more time; network.timeline() names what is late";
      case IN_POSTBOX ->
          "allow more time; if it stays, call propagateAll of the gateway to see what reverts";
      case ANSWERED, DELIVERED -> "look at its answer: its way has ended";
      case UNANSWERED, DROPPED -> "send another one; no Result comes for this one any more";
      case LOST -> "send it again";
    };
  }

  /** A virtual time as the timeline writes it. */
  private static String clock(Duration time) {
    long seconds = time.toSeconds();
    return "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
