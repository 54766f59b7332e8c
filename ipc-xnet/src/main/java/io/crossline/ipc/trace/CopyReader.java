// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.Direction;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.trace.Sighting.Step;
import io.crossline.messaging.OutcomeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the trace of one message out of what its logs say. */
final class CopyReader {
  private final TraceBook traces;
  private final TracedMessages messages;
  private final int copy;

  /** The network furthest along the way that speaks of it, as an index; -1 for none. */
  private final int furthest;

  /** Where its way began: not at the sender's network for a Result of a hop (trap 19). */
  private final int start;

  private final Optional<TraceAnswer> answer;

  /** Where on its way it was answered; -1 if it was not, or that is not known. */
  private final int answered;

  private final boolean takenIn;

  /**
   * @param whole whether what later messages of a queue show is to be told too
   */
  CopyReader(TraceBook traces, TracedMessages messages, int copy, boolean whole) {
    this.traces = traces;
    this.messages = messages;
    this.copy = copy;
    this.furthest = furthest();
    this.start = start();
    this.answer =
        messages.result(copy).map(result -> AnswerReader.read(traces, messages, copy, result));
    this.answered =
        answer.flatMap(TraceAnswer::by).map(network -> messages.way().indexOf(network)).orElse(-1);
    this.takenIn = answer.isEmpty() && whole && isPassed();
  }

  MessageTrace read(String title) {
    List<TraceHop> hops = new ArrayList<>();
    for (int i = start; i < messages.commits().size(); i++) {
      hops.add(hop(i));
    }
    boolean waiting = status().isUnderway() && furthest >= start;
    boolean onHop = waiting && furthest < messages.commits().size();
    return new MessageTrace(
        messages.id(),
        copy + 1,
        messages.copies(),
        title,
        envelope(),
        hops,
        status(),
        onHop ? Optional.of(furthest - start) : Optional.empty(),
        waiting ? waitsFor() : Optional.empty(),
        since(),
        answer,
        envelope().flatMap(ResultLinks::answers),
        List.of(),
        traces.names());
  }

  private Optional<HopSending> commit(int node) {
    return messages.commit(node, copy);
  }

  private Optional<Sighting> stored(int node) {
    return messages.stored(node, copy);
  }

  private int furthest() {
    int last = messages.way().size() - 1;
    while (last >= 0 && commit(last).isEmpty() && stored(last).isEmpty()) {
      last--;
    }
    return last;
  }

  /** The first network that speaks of it, if it did not come there from elsewhere. */
  private int start() {
    int first = first();
    return first > 0
            && stored(first).isEmpty()
            && commit(first).filter(commit -> !commit.isPassing()).isPresent()
        ? first
        : 0;
  }

  private int first() {
    int first = 0;
    while (first <= furthest && commit(first).isEmpty() && stored(first).isEmpty()) {
      first++;
    }
    return first > furthest ? -1 : first;
  }

  private TraceHop hop(int i) {
    SubnetId from = messages.way().get(i);
    SubnetId to = messages.way().get(i + 1);
    Optional<HopSending> commit = commit(i);
    return new TraceHop(
        from,
        to,
        Route.direction(from, to),
        hopStatus(i),
        commit.flatMap(HopSending::sent).map(Sighting::at),
        commit.flatMap(HopSending::nonce),
        commit.flatMap(HopSending::checkpoint),
        commit.flatMap(HopSending::cut).map(Sighting::at),
        arrived(i));
  }

  private HopStatus hopStatus(int i) {
    if (answered >= 0) {
      return i < answered ? HopStatus.ARRIVED : HopStatus.NEVER;
    }
    if (answer.isPresent()) {
      return i < furthest || i <= answerSeenAt() ? HopStatus.ARRIVED : HopStatus.UNSEEN;
    }
    if (i < furthest) {
      return i < first() - 1 && beganAnywhere() ? HopStatus.UNSEEN : HopStatus.ARRIVED;
    }
    if (i > furthest) {
      return HopStatus.AHEAD;
    }
    return takenIn ? HopStatus.ARRIVED : statusAtHop(i);
  }

  private HopStatus statusAtHop(int i) {
    if (commit(i).isEmpty()) {
      return leftOtherwise(i) ? HopStatus.UNSEEN : HopStatus.IN_POSTBOX;
    }
    if (Route.direction(messages.way().get(i), messages.way().get(i + 1)) == Direction.TOP_DOWN) {
      return HopStatus.SENT;
    }
    return commit(i).get().cut().isPresent() ? HopStatus.IN_CHECKPOINT : HopStatus.QUEUED;
  }

  /** Whether it left a postbox as a message with another tracing id. */
  private boolean leftOtherwise(int node) {
    return messages.facts().at(messages.way().get(node), Step.PROPAGATED).size() > copy;
  }

  /** Whether any gateway of the way may have sent it: so it is with a Result of SystemErr. */
  private boolean beganAnywhere() {
    return messages
        .envelope()
        .filter(envelope -> ResultLinks.answers(envelope).isPresent())
        .map(envelope -> ResultMsgAbi.decode(envelope.message()).outcome())
        .filter(outcome -> outcome == OutcomeType.SYSTEM_ERR)
        .isPresent();
  }

  /** The place nearest to the receiver that the Result is known to have come through. */
  private int answerSeenAt() {
    return answer
        .flatMap(found -> ResultOrder.firstSeen(found.way()))
        .map(point -> messages.way().indexOf(point.network()))
        .orElse(-1);
  }

  private Optional<LogPoint> arrived(int i) {
    Optional<LogPoint> there =
        stored(i + 1).map(Sighting::at).or(() -> commit(i + 1).map(commit -> commit.first().at()));
    return i + 1 == answered
        ? there.or(() -> answer.flatMap(found -> ResultOrder.firstSeen(found.way())))
        : there;
  }

  private MessageStatus status() {
    if (answer.isPresent()) {
      return switch (answer.get().result().outcome()) {
        case OK -> MessageStatus.EXECUTED;
        case ACTOR_ERR -> MessageStatus.FAILED;
        case SYSTEM_ERR -> MessageStatus.REFUSED;
      };
    }
    if (takenIn) {
      return MessageStatus.TAKEN_IN;
    }
    if (furthest < 0) {
      return MessageStatus.NOT_SEEN;
    }
    return furthest < messages.commits().size()
        ? statusAtHop(furthest).ofMessage()
        : MessageStatus.UNSEEN;
  }

  /** Whether it must have been taken in, since a later message of its queue was. */
  private boolean isPassed() {
    return furthest >= 0
        && furthest < messages.commits().size()
        && commit(furthest)
            .flatMap(HopSending::nonce)
            .filter(
                nonce ->
                    traces.isPassed(
                        QueueId.between(
                            messages.way().get(furthest), messages.way().get(furthest + 1)),
                        nonce))
            .isPresent();
  }

  private Optional<LogPoint> since() {
    if (answer.isPresent()) {
      return ResultOrder.firstSeen(answer.get().way());
    }
    return furthest < 0
        ? Optional.empty()
        : commit(furthest).map(commit -> commit.last().at()).or(() -> storedAt(furthest));
  }

  private Optional<LogPoint> storedAt(int node) {
    return stored(node).map(Sighting::at);
  }

  private Optional<Wait> waitsFor() {
    SubnetId here = messages.way().get(furthest);
    if (commit(furthest).isEmpty()) {
      return storedAt(furthest)
          .filter(at -> !leftOtherwise(furthest))
          .map(at -> new Wait(Wait.Kind.PROPAGATION, here, here, at.block().number().toUInt256()));
    }
    SubnetId next = messages.way().get(furthest + 1);
    HopSending commit = commit(furthest).get();
    return Optional.of(
        switch (statusAtHop(furthest)) {
          case SENT ->
              new Wait(
                  Wait.Kind.PARENT_FINALITY,
                  next,
                  here,
                  commit.first().at().block().number().toUInt256());
          case QUEUED ->
              new Wait(Wait.Kind.CHECKPOINT, here, here, commit.checkpoint().orElseThrow());
          default -> new Wait(Wait.Kind.RELAY, next, here, commit.checkpoint().orElseThrow());
        });
  }

  /** As it was committed last. */
  private Optional<IpcEnvelope> envelope() {
    for (int i = furthest; i >= 0; i--) {
      Optional<IpcEnvelope> committed = commit(i).flatMap(HopSending::envelope);
      if (committed.isPresent()) {
        return committed;
      }
    }
    return messages.envelope();
  }
}
