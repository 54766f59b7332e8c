// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes32;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One message that the network follows. */
final class TrackedMessage {
  final String name;
  final Bytes32 tracingId;
  private IpcEnvelope envelope;
  private MessageStatus status;
  private IpcSubnet at;
  private Duration since;
  private @Nullable TrackedMessage answers;
  private @Nullable TrackedMessage result;

  TrackedMessage(
      String name, IpcEnvelope envelope, MessageStatus status, IpcSubnet at, Duration now) {
    this.name = name;
    this.tracingId = envelope.tracingId();
    this.envelope = envelope;
    this.status = status;
    this.at = at;
    this.since = now;
  }

  void move(MessageStatus next, IpcEnvelope as, IpcSubnet where, Duration now) {
    envelope = as;
    status = next;
    at = where;
    since = now;
  }

  void link(TrackedMessage theResult) {
    result = theResult;
    theResult.answers = this;
  }

  IpcEnvelope envelope() {
    return envelope;
  }

  MessageStatus status() {
    return status;
  }

  IpcSubnet at() {
    return at;
  }

  Optional<TrackedMessage> answers() {
    return Optional.ofNullable(answers);
  }

  Optional<TrackedMessage> result() {
    return Optional.ofNullable(result);
  }

  Optional<Answer> answer() {
    return result().map(theResult -> Answer.of(name, theResult.envelope, status));
  }

  MessageInfo info() {
    return new MessageInfo(
        name, tracingId, envelope, status, at.name(), since, waitsFor(), answer());
  }

  private String waitsFor() {
    return switch (status) {
      case SENT -> "waits until the block is final for the network below";
      case QUEUED -> "waits for the next checkpoint of " + at.name();
      case IN_CHECKPOINT -> "waits for the relay of a checkpoint of " + at.name();
      case IN_POSTBOX -> "waits to be propagated by the gateway of " + at.name();
      case EXECUTED, FAILED, REFUSED -> "the Result is on its way back";
      case ANSWERED, DELIVERED -> "nothing more will happen to it";
      case UNANSWERED, DROPPED -> "the Result was lost; nothing more will happen to it";
    };
  }
}
