// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.Envelope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one message: where it is and since when, what it waits for, and what can be
 * done.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id which message
 * @param message the message itself, an {@code L1ToL2Message} or an {@code L2ToL1Message}; nothing
 *     if only its hash was seen so far
 * @param path the statuses that it went through, the present one last; never empty
 * @param execution what its handler did on L2, of a message to L2
 * @param cancellation the request for cancellation that is running, of a message to L2
 * @param waitsFor what comes next, in words
 * @param advice what can be done, the most useful first; empty if nothing has to be
 */
public record MessageState(
    MessageId id,
    Optional<Envelope> message,
    List<Reached> path,
    Optional<Execution> execution,
    Optional<Cancellation> cancellation,
    String waitsFor,
    List<Advice> advice) {
  /**
   * A request for cancellation that is running: L1 still holds the message, and L2 may still
   * consume it.
   *
   * <p>Immutable and thread-safe.
   *
   * @param requested the block with the latest MessageToL2CancellationStarted; each one restarts
   *     the clock, and one that fails leaves no log and changes nothing
   * @param completableFrom from when on the core contract allows to complete it, by the timestamp
   *     of the block with the call; the exact second is allowed
   */
  public record Cancellation(BlockPoint requested, Instant completableFrom) {}

  /** Copies the lists. */
  public MessageState {
    path = List.copyOf(path);
    advice = List.copyOf(advice);
    if (path.isEmpty()) {
      throw new IllegalArgumentException(id + ": found an empty path, must end with a status");
    }
  }

  private Reached present() {
    return path.get(path.size() - 1);
  }

  /**
   * Where the message is.
   *
   * @return its status
   */
  public MessageStatus status() {
    return present().status();
  }

  /**
   * Since when it is there. Where a rollback took it back, that is the first block taken back.
   *
   * @return the block that brought it there
   */
  public BlockPoint since() {
    return present().at();
  }

  /**
   * Why it is there, where there is something to say: what the handler failed with, which word is
   * no felt.
   *
   * @return the reason
   */
  public Optional<String> reason() {
    return present().reason();
  }

  /** The message and its state for people, in three lines or more. */
  @Override
  public String toString() {
    return id + explained();
  }

  /**
   * The state for people, without the message.
   *
   * @return three lines or more, each indented and behind a line feed
   */
  public String explained() {
    StringBuilder text = new StringBuilder("\n  status     ").append(present());
    text.append("\n  waits for  ").append(waitsFor);
    String title = "\n  you can    ";
    for (Advice what : advice) {
      text.append(title).append(what);
      title = "\n  or         ";
    }
    return text.toString();
  }
}
