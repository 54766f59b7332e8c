// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.message;

import io.crossline.core.trace.TimelineEntry.StatusChange;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.event.GatewayEvent;
import io.crossline.ipc.event.GatewayEvent.MessageStoredInPostbox;
import io.crossline.ipc.event.GatewayEvent.NewTopDownMessage;
import io.crossline.ipc.event.GatewayEvent.QueuedBottomUpMessage;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.trace.Answer;
import io.crossline.ipc.trace.MessageStatus;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What some transactions of one block meant for messages: gathered first, then written line by
 * line.
 */
final class TransactionReader {
  private record Line(String what, TrackedMessage message) {}

  private final TreeMessages tracker;
  private final TrackedNetwork at;
  private final String cause;
  private final List<Line> sends = new ArrayList<>();
  private final List<Line> hops = new ArrayList<>();
  private final List<TrackedMessage> stored = new ArrayList<>();
  private final Map<IpcEnvelope, TrackedMessage> results = new LinkedHashMap<>();

  TransactionReader(TreeMessages tracker, TrackedNetwork at, String cause) {
    this.tracker = tracker;
    this.at = at;
    this.cause = cause;
  }

  /** Takes in the logs of a transaction. */
  void logs(List<Log> logs) {
    for (Log log : logs) {
      if (log.emitter().equals(at.gateway().address())) {
        GatewayEvent.parse(log).ifPresent(this::event);
      }
    }
  }

  private void event(GatewayEvent event) {
    if (event instanceof NewTopDownMessage down) {
      IpcEnvelope message = down.message();
      onward(
          down.id(),
          message,
          MessageStatus.SENT,
          "down to " + at.childName(down.subnet()) + ", nonce " + message.localNonce());
    } else if (event instanceof QueuedBottomUpMessage up) {
      IpcEnvelope message = at.nextQueued();
      onward(
          up.id(),
          message,
          MessageStatus.QUEUED,
          "up with checkpoint " + at.nextCheckpoint() + ", nonce " + message.localNonce());
    } else if (event instanceof MessageStoredInPostbox inPostbox) {
      tracker
          .findArriving(inPostbox.id(), at)
          .ifPresent(
              tracked -> {
                tracker.move(tracked, MessageStatus.IN_POSTBOX, tracked.envelope(), at);
                stored.add(tracked);
              });
    }
  }

  /** A message leaves: one that waited in the postbox, or a new one. */
  private void onward(Bytes32 id, IpcEnvelope message, MessageStatus status, String way) {
    Optional<TrackedMessage> waiting = tracker.find(id, at, MessageStatus.IN_POSTBOX);
    if (waiting.isPresent()) {
      TrackedMessage tracked = waiting.get();
      tracker.move(tracked, status, message, at);
      hops.add(new Line(tracked.name + " passes through, " + way, tracked));
      return;
    }
    TrackedMessage tracked = tracker.add(id, message, status, at);
    if (message.kind() == EnvelopeKind.RESULT) {
      results.put(message, tracked);
    } else {
      sends.add(
          new Line(
              at.nameOf(message.from())
                  + " sends "
                  + tracked.name
                  + " to "
                  + at.nameOf(message.to())
                  + withValue(message)
                  + ", "
                  + way,
              tracked));
    }
  }

  /** Writes the lines, those of what was applied first. */
  void write(List<Delivery> deliveries) {
    deliveries.stream()
        .filter(delivery -> delivery.fate() != Delivery.Fate.STORED)
        .forEach(this::deliver);
    sends.forEach(line -> tell(cause + line.what, line.message));
    hops.forEach(line -> tell(cause + line.what, line.message));
    for (TrackedMessage tracked : stored) {
      if (tracked.status() == MessageStatus.IN_POSTBOX) {
        tell(cause + tracked.name + " waits in the postbox", tracked);
      }
    }
    results.values().forEach(result -> tell(cause + result.name + " is sent", result));
  }

  private void deliver(Delivery delivery) {
    IpcEnvelope message = delivery.message();
    Bytes32 id = message.tracingId();
    TrackedMessage tracked =
        tracker
            .findArriving(id, at)
            .orElseGet(() -> tracker.add(id, message, MessageStatus.SENT, at));
    if (message.kind() == EnvelopeKind.RESULT) {
      deliverResult(delivery, tracked);
    } else {
      deliverMessage(delivery, tracked);
    }
  }

  private void deliverResult(Delivery delivery, TrackedMessage result) {
    boolean accepted = delivery.fate() == Delivery.Fate.EXECUTED;
    IpcEnvelope message = delivery.message();
    tracker.move(result, accepted ? MessageStatus.DELIVERED : MessageStatus.DROPPED, message, at);
    List<StatusChange> changes = new ArrayList<>(List.of(tracker.change(result)));
    String says =
        result
            .answers()
            .map(
                call -> {
                  tracker.move(
                      call,
                      accepted ? MessageStatus.ANSWERED : MessageStatus.UNANSWERED,
                      call.envelope(),
                      at);
                  changes.add(0, tracker.change(call));
                  return call.name + " was answered " + answer(result);
                })
            .orElseGet(() -> answer(result));
    String what =
        accepted
            ? at.nameOf(message.to()) + " takes " + result.name + ": " + says
            : result.name + " is lost, " + why(delivery) + ": " + says;
    tracker.tell(at, cause + what, changes.toArray(StatusChange[]::new));
  }

  private void deliverMessage(Delivery delivery, TrackedMessage tracked) {
    MessageStatus status =
        switch (delivery.fate()) {
          case EXECUTED -> MessageStatus.EXECUTED;
          case FAILED -> MessageStatus.FAILED;
          default -> MessageStatus.REFUSED;
        };
    Optional<TrackedMessage> result = delivery.result().flatMap(this::takeResult);
    result.ifPresent(sent -> tracker.link(tracked, sent, at));
    tracker.move(
        tracked,
        delivery.result().isEmpty() ? MessageStatus.UNANSWERED : status,
        delivery.message(),
        at);
    List<StatusChange> changes = new ArrayList<>(List.of(tracker.change(tracked)));
    result.ifPresent(sent -> changes.add(tracker.change(sent)));
    String who = at.nameOf(delivery.message().to());
    String what =
        switch (status) {
          case EXECUTED -> who + " takes " + tracked.name + withValue(delivery.message());
          case FAILED -> who + " fails on " + tracked.name;
          default -> "the gateway refuses " + tracked.name;
        };
    String says = result.map(TransactionReader::answer).orElseGet(() -> why(delivery));
    tracker.tell(at, cause + what + ": " + says, changes.toArray(StatusChange[]::new));
  }

  /** The result that was just sent, so that it gets no line of its own. */
  private Optional<TrackedMessage> takeResult(IpcEnvelope sent) {
    return Optional.ofNullable(results.remove(sent));
  }

  private void tell(String what, TrackedMessage message) {
    tracker.tell(at, what, tracker.change(message));
  }

  private static String answer(TrackedMessage result) {
    String says = Answer.of(result.name, result.envelope(), result.status()).description();
    return result.envelope().value().isZero()
        ? says
        : says + " (with " + result.envelope().value() + ")";
  }

  private static String why(Delivery delivery) {
    return IpcReverts.describe(IpcReverts.decode(delivery.ret()));
  }

  private static String withValue(IpcEnvelope message) {
    return message.value().isZero() ? "" : " with " + message.value();
  }
}
