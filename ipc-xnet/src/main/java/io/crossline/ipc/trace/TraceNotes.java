// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.core.reflect.RecordShape;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.UInt256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what is peculiar about a trace, and what no log tells. */
final class TraceNotes {
  private static final RecordShape<MessageTrace> SHAPE = RecordShape.of(MessageTrace.class);

  private final TraceBook traces;
  private final MessageFacts facts;
  private final List<SubnetId> way;
  private final MessageTrace trace;
  private final List<String> notes = new ArrayList<>();

  TraceNotes(TraceBook traces, MessageFacts facts, List<SubnetId> way, MessageTrace trace) {
    this.traces = traces;
    this.facts = facts;
    this.way = way;
    this.trace = trace;
  }

  MessageTrace add() {
    shared();
    refusedOnTheWay();
    takenIn();
    renamed();
    trace.waitsFor().ifPresent(this::waiting);
    notFollowed();
    elsewhere();
    return SHAPE.with(trace, "notes", notes);
  }

  private String name(SubnetId network) {
    return traces.names().of(network);
  }

  private void shared() {
    if (trace.copies() > 1) {
      notes.add(
          trace.copies()
              + " messages share this tracing id (trap 1); this is number "
              + trace.copy()
              + ", if the first to leave is the first to arrive");
    }
  }

  private void refusedOnTheWay() {
    trace
        .answer()
        .flatMap(TraceAnswer::by)
        .filter(by -> !by.equals(way.get(way.size() - 1)))
        .ifPresent(
            by ->
                notes.add(
                    "the Result names "
                        + name(way.get(way.size() - 1))
                        + " as its origin, but the gateway of "
                        + name(by)
                        + " sent it (trap 19)"));
  }

  private void takenIn() {
    if (trace.status() != MessageStatus.TAKEN_IN) {
      return;
    }
    SubnetId by =
        trace.hops().stream()
            .filter(hop -> hop.status() == HopStatus.ARRIVED)
            .reduce((earlier, later) -> later)
            .map(TraceHop::to)
            .orElseThrow();
    notes.add(
        name(by)
            + " has taken it in, since later messages of the same queue passed; "
            + (!by.equals(way.get(way.size() - 1))
                ? "what came of it there is not seen"
                : getsNoResult()
                    ? "no log tells what came of it there: nothing answers it"
                    : "its Result is not seen yet"));
    unknownResults(by);
  }

  /** A commit may set the original nonce of what passes, if that claims to come from there. */
  private void renamed() {
    trace
        .hop()
        .map(trace.hops()::get)
        .filter(hop -> hop.status() == HopStatus.UNSEEN)
        .ifPresent(
            hop ->
                notes.add(
                    name(hop.from())
                        + " sent it on with another original nonce, so under another tracing id:"
                        + " it claims a sender there, or in the next network (trap 9)"));
  }

  private void waiting(Wait wait) {
    switch (wait.kind()) {
      case CHECKPOINT -> overdue(wait);
      case PARENT_FINALITY -> arrivalUnseen(wait.network());
      case RELAY -> {
        if (getsNoResult() && isLastHop()) {
          notes.add(noLogTells(wait.network()));
        }
      }
      default -> {
        return;
      }
    }
  }

  private void overdue(Wait wait) {
    traces
        .head(wait.network())
        .filter(head -> head.toUInt256().compareTo(wait.height()) > 0)
        .ifPresent(
            head ->
                notes.add(
                    "block "
                        + head
                        + " of "
                        + name(wait.network())
                        + " was seen, but no checkpoint of height "
                        + wait.height()
                        + " with the message"));
  }

  /** A child that takes something in sends the Result up, where nothing shows it at first. */
  private void arrivalUnseen(SubnetId child) {
    if (getsNoResult() && isLastHop()) {
      notes.add(noLogTells(child));
    } else {
      unknownResults(child);
    }
  }

  private void unknownResults(SubnetId child) {
    if (getsNoResult()) {
      return;
    }
    List<Sighting> unknown =
        traces.queued(child).filter(queued -> !queued.passing() && isUnknown(queued)).toList();
    Optional<UInt256> next =
        unknown.stream().flatMap(queued -> queued.epoch().stream()).min(Comparator.naturalOrder());
    next.ifPresent(
        height ->
            notes.add(
                "if "
                    + name(child)
                    + " has it, its Result is among "
                    + (unknown.size() == 1 ? "1 message" : unknown.size() + " messages")
                    + " queued there, which logs show whole from checkpoint "
                    + height
                    + " on"));
  }

  private boolean isUnknown(Sighting queued) {
    MessageFacts about = traces.facts(queued.id());
    return about == null || about.envelope().isEmpty();
  }

  private String noLogTells(SubnetId network) {
    return "no log tells whether " + name(network) + " has taken it in: nothing answers it";
  }

  private boolean getsNoResult() {
    return trace.answers().isPresent() || trace.envelope().filter(IpcEnvelope::isEmpty).isPresent();
  }

  private boolean isLastHop() {
    return trace.hop().filter(hop -> hop == trace.hops().size() - 1).isPresent();
  }

  private void notFollowed() {
    List<String> unfollowed =
        trace.hops().stream()
            .filter(hop -> hop.status() != HopStatus.NEVER)
            .flatMap(hop -> Stream.of(hop.from(), hop.to()))
            .distinct()
            .filter(network -> !traces.isFollowed(network))
            .map(this::name)
            .toList();
    if (!unfollowed.isEmpty()) {
      notes.add("the logs of " + String.join(" and ", unfollowed) + " are not followed");
    }
  }

  private void elsewhere() {
    List<String> strange =
        facts.networks().stream()
            .filter(network -> !way.contains(network))
            .map(this::name)
            .sorted()
            .toList();
    if (!strange.isEmpty()) {
      notes.add(
          "it was also seen in "
              + String.join(" and ", strange)
              + ", off its way: somebody forged it (trap 9)");
    }
  }
}
