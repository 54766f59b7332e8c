// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.audit.Ledger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds Results against what they answer, where they are committed first ({@code sendReceipt}). */
final class Answers {
  private final Ledger ledger;
  private final LinkOrder order;

  Answers(Ledger ledger, LinkOrder order) {
    this.ledger = ledger;
    this.order = order;
  }

  /** A Result that begins its way here; {@code position} is where its commit stands. */
  void take(NetworkBook at, Sighting result, long position) {
    Sighting.Answer answer = result.answer();
    Arrival original = answer == null ? null : original(at, answer);
    ledger.check(
        Invariant.ANSWERS_WHAT_WAITS,
        original != null,
        result.id(),
        () ->
            at.id()
                + ": found a Result of "
                + (answer == null ? "nothing readable" : answer.id())
                + ", which waits for none here");
    if (answer == null || original == null) {
      return;
    }
    Sighting asked = original.message;
    ledger.check(
        Invariant.RESULTS_UNANSWERED,
        !asked.isResult() && !asked.empty(),
        asked.id(),
        () -> at.id() + ": found a Result of " + (asked.isResult() ? "a Result" : "nothing"));
    checkFields(asked, answer, result);
    checkOutcome(at, original, answer);
    original.endedAt = position;
    at.arriving.remove(original);
    if (!original.nonceRefused) {
      original.link.sees(original);
    }
    order.sweep(at, original.link);
  }

  private static @Nullable Arrival original(NetworkBook at, Sighting.Answer answer) {
    boolean ok = answer.outcome() == OutcomeType.OK;
    Arrival best =
        at.arriving.find(
            answer.id(), arrival -> isDue(arrival) && ok == (arrival.handledAt != Arrival.UNSEEN));
    Arrival due = best == null ? at.arriving.find(answer.id(), Answers::isDue) : best;
    return due == null ? at.arriving.find(answer.id(), arrival -> true) : due;
  }

  private static boolean isDue(Arrival arrival) {
    return !arrival.message.isResult() && !arrival.message.empty();
  }

  private void checkFields(Sighting asked, Sighting.Answer answer, Sighting result) {
    ledger.check(
        Invariant.ANSWER_ENDS,
        result.from().equals(asked.to()) && result.to().equals(asked.from()),
        asked.id(),
        () ->
            "its Result goes from "
                + result.from()
                + " to "
                + result.to()
                + ", must go from "
                + asked.to()
                + " to "
                + asked.from());
    UInt256 due = answer.outcome() == OutcomeType.OK ? UInt256.ZERO : asked.value();
    ledger.check(
        Invariant.ANSWER_VALUE,
        result.value().equals(due),
        asked.id(),
        () -> "its Result carries " + result.value() + ", must be " + due);
  }

  private void checkOutcome(NetworkBook at, Arrival original, Sighting.Answer answer) {
    Sighting asked = original.message;
    if (answer.outcome() == OutcomeType.SYSTEM_ERR
        && answer.reason() == InvalidXnetMessageReason.NONCE.code()) {
      // Whether it was the wrong one shows when those before it are known.
      original.nonceRefused = true;
    } else if (answer.outcome() == OutcomeType.SYSTEM_ERR) {
      checkRefusal(at, asked, answer.reason());
    } else {
      ledger.check(
          Invariant.OUTCOME,
          at.isDestination(asked),
          asked.id(),
          () -> at.id() + ": executed, and it is for " + asked.to().subnetId());
    }
    if (asked.kind() == EnvelopeKind.CALL && at.handlesVisibly(asked)) {
      ledger.check(
          Invariant.OK_IF_HANDLED,
          (answer.outcome() == OutcomeType.OK) == (original.handledAt != Arrival.UNSEEN),
          asked.id(),
          () ->
              "answered "
                  + answer.outcome()
                  + " and "
                  + (original.handledAt == Arrival.UNSEEN ? "not handled" : "handled"));
    }
  }

  private void checkRefusal(NetworkBook at, Sighting asked, int found) {
    Optional<InvalidXnetMessageReason> due =
        at.isDestination(asked) ? Optional.empty() : Refusals.of(at, asked);
    ledger.check(
        Invariant.OUTCOME,
        due.isPresent() && due.get().code() == found,
        asked.id(),
        () ->
            at.id()
                + ": refused for reason "
                + found
                + ", must be "
                + due.map(Object::toString).orElse("taken"));
    if (due.isPresent() && due.get() == InvalidXnetMessageReason.INCOMPATIBLE_SUPPLY_SOURCE) {
      ledger.exception("ipc trap 12", 1);
    }
  }
}
