// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.core.network.MessageStanding;
import io.crossline.core.network.StatusNotReachedException;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes32;
import java.time.Duration;
import java.util.Optional;

/**
 * Where one message of the network stands, at the moment it was asked.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name its short name: {@code c1} for calls, {@code t1} for transfers, {@code r1} for
 *     Results
 * @param tracingId its tracing id, which equal messages may share (trap 1)
 * @param envelope the message as it was committed at the hop where it is, or was last
 * @param status where it stands
 * @param network in which network, by its path
 * @param since since when
 * @param waitsFor what happens next, in words
 * @param answer how it was answered, as soon as the Result exists
 */
public record MessageInfo(
    String name,
    Bytes32 tracingId,
    IpcEnvelope envelope,
    MessageStatus status,
    String network,
    Duration since,
    String waitsFor,
    Optional<Answer> answer)
    implements MessageStanding {
  @Override
  public boolean canReach(Enum<?> wanted) {
    return status == wanted || !status.isFinal();
  }

  @Override
  public String outcome() {
    return answer.map(Answer::description).orElse("");
  }

  @Override
  public String label() {
    return name + " " + tracingId;
  }

  @Override
  public String explained() {
    return "\n  status     "
        + status
        + " in "
        + network
        + " since "
        + StatusNotReachedException.clock(since)
        + answer.map(found -> ": " + found.description()).orElse("")
        + "\n  waits for  "
        + waitsFor.replaceFirst("^waits (for )?", "")
        + "\n  you can    "
        + advice();
  }

  private String advice() {
    return switch (status) {
      case NOT_SEEN, UNSEEN, TAKEN_IN, SENT, QUEUED, IN_CHECKPOINT, EXECUTED, FAILED, REFUSED ->
          "allow more time; network.timeline() names what is late";
      case IN_POSTBOX ->
          "allow more time; if it stays, call propagateAll of the gateway to see what reverts";
      case ANSWERED, DELIVERED -> "look at its answer: its way has ended";
      case UNANSWERED, DROPPED -> "send another one; no Result comes for this one any more";
      case LOST -> "send it again";
    };
  }

  /**
   * What says that the message is not where it was awaited: in time, or, where its way has ended,
   * ever.
   *
   * @param wanted where it was awaited
   * @param limit how far the clock moved
   * @return the exception, to be thrown
   */
  public StatusNotReachedException notReached(String wanted, Duration limit) {
    Optional<Duration> allowed = Optional.of(limit).filter(time -> !status.isFinal());
    return new StatusNotReachedException(this, wanted, allowed);
  }

  /**
   * Says that its Result did not end the call that it is, and that none will.
   *
   * @return to be thrown to who waits for the call's end
   */
  public StatusNotReachedException lost() {
    return new StatusNotReachedException(
        this, "its end where it was performed, and never will", Optional.empty());
  }
}
