// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.message;

import io.crossline.core.network.Agreement;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.trace.Answer;
import io.crossline.ipc.trace.MessageInfo;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.Bytes32;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One message that the network follows.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class TrackedMessage {
  /** Where it stands. */
  record Place(IpcEnvelope envelope, MessageStatus status, TrackedNetwork at, Duration since) {}

  /** Its number among all messages, in the order in which they came first. */
  final long id;

  final String name;
  final Bytes32 tracingId;

  /** When it was sent first. */
  final Duration began;

  /** Which of the messages with this tracing id it is, counted from 0. */
  final int copy;

  private Place place;
  private @Nullable TrackedMessage answers;
  private @Nullable TrackedMessage result;

  TrackedMessage(long id, String name, Bytes32 tracingId, int copy, Duration began, Place place) {
    this.id = id;
    this.began = began;
    this.name = name;
    this.copy = copy;
    this.tracingId = tracingId;
    this.place = place;
  }

  Place place() {
    return place;
  }

  void move(Place next) {
    place = next;
  }

  /** The table of statuses has the step that the message makes. */
  void requireStep(MessageStatus next) {
    Agreement.require(
        () -> name + " stands as " + next + " behind " + place.status,
        "the table of statuses",
        next.follows(place.status),
        "the network",
        true);
  }

  void link(TrackedMessage theResult) {
    result = theResult;
    theResult.answers = this;
  }

  void unlink(TrackedMessage theResult) {
    result = null;
    theResult.answers = null;
  }

  IpcEnvelope envelope() {
    return place.envelope;
  }

  public MessageStatus status() {
    return place.status;
  }

  TrackedNetwork at() {
    return place.at;
  }

  Optional<TrackedMessage> answers() {
    return Optional.ofNullable(answers);
  }

  Optional<TrackedMessage> result() {
    return Optional.ofNullable(result);
  }

  public Optional<Answer> answer() {
    return result().map(theResult -> Answer.of(name, theResult.envelope(), place.status));
  }

  public MessageInfo info() {
    return new MessageInfo(
        name,
        tracingId,
        place.envelope,
        place.status,
        place.at.name(),
        place.since,
        waitsFor(),
        answer());
  }

  private String waitsFor() {
    return switch (place.status) {
      case SENT -> "waits until the block is final for the network below";
      case QUEUED -> "waits for the next checkpoint of " + place.at.name();
      case IN_CHECKPOINT -> "waits for the relay of a checkpoint of " + place.at.name();
      case IN_POSTBOX -> "waits to be propagated by the gateway of " + place.at.name();
      case NOT_SEEN, UNSEEN -> "the logs that would tell where it is";
      case TAKEN_IN, EXECUTED, FAILED, REFUSED -> "the Result is on its way back";
      case LOST -> "nothing: the block that it was sent in was lost";
      case ANSWERED, DELIVERED -> "nothing more will happen to it";
      case UNANSWERED, DROPPED -> "the Result was lost; nothing more will happen to it";
    };
  }
}
