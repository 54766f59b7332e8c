// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.Direction;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.MessageEnds;
import io.crossline.ipc.ResultExplanation;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.messaging.UInt64;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes traces for people. */
final class TraceText {
  private static final String INDENT = "  ";
  private static final UInt64 LAST_SECOND = UInt64.of(Instant.MAX.getEpochSecond());

  private TraceText() {}

  /** What kind of message it is, with its value and its ends, as far as they are known. */
  static String title(TraceBook traces, TracedMessages messages) {
    Optional<IpcEnvelope> known = messages.envelope();
    if (known.isPresent()) {
      IpcEnvelope message = known.get();
      return message.kind().wireName()
          + (message.value().isZero() ? "" : " of " + message.value())
          + " from "
          + traces.name(message.from())
          + " to "
          + traces.name(message.to());
    }
    return messages.results().stream()
        .flatMap(result -> result.envelope().stream())
        .findFirst()
        .map(
            result ->
                "message from " + traces.name(result.to()) + " to " + traces.name(result.from()))
        .orElse("message of which logs show the tracing id alone");
  }

  static List<String> lines(MessageTrace trace) {
    List<String> lines = new ArrayList<>();
    lines.add(trace.tracingId() + " " + trace.title());
    trace
        .answers()
        .ifPresent(
            call -> lines.add(INDENT + "answers " + call + ": " + says(trace, trace.envelope())));
    body(trace, INDENT, lines);
    return lines;
  }

  private static String says(MessageTrace trace, Optional<IpcEnvelope> result) {
    IpcEnvelope envelope = result.orElseThrow();
    return ResultExplanation.of(
            ResultMsgAbi.decode(envelope.message()),
            MessageEnds.behind(envelope).named(trace.names()::of, IpcAddress::toString))
        .toString();
  }

  private static void body(MessageTrace trace, String indent, List<String> lines) {
    trace.hops().forEach(hop -> lines.add(indent + hop(trace.names(), hop)));
    trace
        .waitsFor()
        .ifPresent(
            wait ->
                lines.add(indent + "waits" + since(trace) + " for " + wait(trace.names(), wait)));
    if (trace.status() == MessageStatus.NOT_SEEN) {
      lines.add(indent + "no log speaks of it");
    }
    trace.notes().forEach(note -> lines.add(indent + "note: " + note));
    trace
        .answer()
        .ifPresent(
            answer -> {
              lines.add(indent + answer(trace, answer));
              lines.add(indent + answer.way().tracingId() + " Result");
              body(answer.way(), indent + INDENT, lines);
            });
  }

  private static String answer(MessageTrace trace, TraceAnswer answer) {
    return "answered"
        + answer.by().map(by -> " by " + trace.names().of(by)).orElse("")
        + ": "
        + answer.explanation()
        + (answer.value().isZero() ? "" : " (" + answer.value() + " goes back)");
  }

  private static String hop(NetworkNames names, TraceHop hop) {
    List<String> parts = new ArrayList<>();
    hop.committed()
        .ifPresent(
            at ->
                parts.add(
                    (hop.direction() == Direction.TOP_DOWN ? "sent" : "queued") + " in " + at));
    if (hop.committed().isPresent() && hop.cut().isEmpty()) {
      hop.checkpoint().ifPresent(height -> parts.add("for checkpoint " + height));
    }
    hop.cut()
        .ifPresent(
            at -> parts.add("in checkpoint " + hop.checkpoint().orElseThrow() + height(hop, at)));
    hop.nonce().ifPresent(nonce -> parts.add("nonce " + nonce));
    String state = state(names, hop);
    if (!state.isEmpty()) {
      parts.add(state);
    }
    return names.of(hop.from()) + " → " + names.of(hop.to()) + ": " + String.join(", ", parts);
  }

  private static String height(TraceHop hop, LogPoint cut) {
    UInt64 block = cut.block().number();
    return hop.checkpoint().filter(block.toUInt256()::equals).isPresent()
        ? ""
        : " (in " + cut + ")";
  }

  private static String state(NetworkNames names, TraceHop hop) {
    return switch (hop.status()) {
      case ARRIVED ->
          (hop.committed().or(hop::cut).isPresent() ? "" : "its sending not seen, ")
              + hop.arrived()
                  .map(at -> "arrived by " + at + " of " + names.of(hop.to()))
                  .orElse("arrived");
      case IN_POSTBOX -> "still in the postbox";
      case SENT, QUEUED, IN_CHECKPOINT -> "";
      case AHEAD -> "still ahead";
      case UNSEEN -> "not seen";
      case NEVER -> "never reached";
    };
  }

  /** When the block was made that brought it there. */
  private static String since(MessageTrace trace) {
    return trace
        .since()
        .map(point -> point.block().timestamp())
        .filter(seconds -> seconds.compareTo(LAST_SECOND) <= 0)
        .map(seconds -> " since " + Instant.ofEpochSecond(seconds.bits()))
        .orElse("");
  }

  static String wait(NetworkNames names, Wait wait) {
    String here = names.of(wait.network());
    return switch (wait.kind()) {
      case PARENT_FINALITY ->
          "parent finality: "
              + here
              + " has to commit block "
              + wait.height()
              + " of "
              + names.of(wait.of())
              + ", or a later one";
      case CHECKPOINT -> "checkpoint " + wait.height() + " of " + here;
      case RELAY ->
          "the relay of checkpoint " + wait.height() + " of " + names.of(wait.of()) + " to " + here;
      case PROPAGATION ->
          "propagation: somebody has to call propagateAll of the gateway of "
              + here
              + ", which stored it in block "
              + wait.height();
    };
  }
}
