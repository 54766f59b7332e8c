// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes32;
import java.util.List;
import java.util.Optional;

/**
 * Where one message is, by the logs of the gateways along its way and nothing else. What they do
 * not tell is said as such in {@link #notes}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param tracingId its tracing id
 * @param copy which of the messages with this tracing id it is, from 1. They are the same in all
 *     that logs show of their way, so the first to leave counts as the first to arrive
 * @param copies how many messages share the tracing id (trap 1)
 * @param title kind, value and ends in words
 * @param envelope the message as it was committed at the hop where it is, or was last; nothing if
 *     no log has shown more than its tracing id, as on the way up before the checkpoint
 * @param hops its way, from the network where it began
 * @param status what the logs say of it as a whole
 * @param hop which hop it is on or waits at, as an index of {@link #hops}; nothing if it is behind
 *     all of them, or no log speaks of it
 * @param waitsFor what it waits for; nothing if nothing more happens to it, or logs do not tell
 * @param since the log that brought it to where it is
 * @param answer how it was answered
 * @param answers for a Result: the tracing id of the message that it answers
 * @param notes what else is to be said, a sentence each
 * @param names what to call networks
 */
public record MessageTrace(
    Bytes32 tracingId,
    int copy,
    int copies,
    String title,
    Optional<IpcEnvelope> envelope,
    List<TraceHop> hops,
    MessageStatus status,
    Optional<Integer> hop,
    Optional<Wait> waitsFor,
    Optional<LogPoint> since,
    Optional<TraceAnswer> answer,
    Optional<Bytes32> answers,
    List<String> notes,
    NetworkNames names) {
  /** Copies the lists. */
  public MessageTrace {
    hops = List.copyOf(hops);
    notes = List.copyOf(notes);
  }

  /**
   * The hop that it is on or waits at.
   *
   * @return the hop; nothing if it is behind all of them, or no log speaks of it
   */
  public Optional<TraceHop> currentHop() {
    return hop.map(hops::get);
  }

  /**
   * Whether no log of its own is to come: it is answered and its Result has left for its last hop,
   * or it gets no Result and has left for its own. Later messages of the same queue may still show
   * that it was taken in.
   *
   * @return true if nothing but a rollback makes a difference to what became of it
   */
  public boolean isComplete() {
    if (answer.isPresent()) {
      return answer.get().way().isComplete();
    }
    boolean unanswered = answers.isPresent() || envelope.filter(IpcEnvelope::isEmpty).isPresent();
    return unanswered && !hops.isEmpty() && isOver(hops.get(hops.size() - 1).status());
  }

  private static boolean isOver(HopStatus last) {
    return last == HopStatus.SENT || last == HopStatus.IN_CHECKPOINT || last == HopStatus.ARRIVED;
  }

  /**
   * The whole trace for people: the message, its hops, its answer with the way back, and the notes.
   *
   * @return a few lines without line ends
   */
  public List<String> lines() {
    return TraceText.lines(this);
  }

  /** The {@link #lines}, one below the other. */
  @Override
  public String toString() {
    return String.join("\n", lines());
  }
}
