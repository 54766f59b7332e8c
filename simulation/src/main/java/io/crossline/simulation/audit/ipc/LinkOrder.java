// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.simulation.audit.Ledger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages out of the queue of a link, in the order of their nonces, when it is known what
 * became of them.
 */
final class LinkOrder {
  private final Ledger ledger;

  LinkOrder(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Takes out what can be told about now. */
  void sweep(NetworkBook receiver, Link link) {
    Arrival head = link.head();
    while (head != null && isTold(receiver, head)) {
      receiver.arriving.remove(head);
      link.removeHead();
      head = link.head();
    }
  }

  private boolean isTold(NetworkBook receiver, Arrival head) {
    boolean taken = head.message.isResult() && head.handledAt != Arrival.UNSEEN;
    if (head.endedAt != Arrival.UNSEEN || taken) {
      leave(head);
      return true;
    }
    boolean passed = head.link.lastSeen > head.message.localNonce();
    return (passed || head.link.gap != Link.NONE) && endsSilently(receiver, head);
  }

  private void leave(Arrival head) {
    Link link = head.link;
    if (head.nonceRefused) {
      refused(head);
      return;
    }
    long position = head.handledAt == Arrival.UNSEEN ? head.endedAt : head.handledAt;
    long before = link.lastPosition;
    ledger.check(
        Invariant.APPLIED_IN_ORDER,
        link.gap == Link.NONE && position > before,
        head.message.id(),
        () ->
            link.gap == Link.NONE
                ? link
                    + ": nonce "
                    + head.message.localNonce()
                    + " was applied before the one below it"
                : link
                    + ": nonce "
                    + head.message.localNonce()
                    + " was applied though "
                    + link.gap
                    + " never was");
    link.lastPosition = Math.max(position, head.endedAt);
    link.lastNonce = head.message.localNonce();
  }

  /** The nonce must have been another one than the next: one below it was not applied yet. */
  private void refused(Arrival head) {
    Link link = head.link;
    long nonce = head.message.localNonce();
    boolean next =
        link.gap == Link.NONE
            && (nonce == 0 || link.lastNonce == nonce - 1 && link.lastPosition < head.endedAt);
    ledger.check(
        Invariant.OUTCOME,
        !next,
        head.message.id(),
        () -> link + ": nonce " + nonce + " was the next one, and was refused");
    if (!next) {
      ledger.exception("ipc trap 7", 1);
      link.gap = link.gap == Link.NONE ? nonce : link.gap;
    }
  }

  /** Whether upstream leaves no trace of a message that was applied. */
  private boolean endsSilently(NetworkBook receiver, Arrival head) {
    @Nullable String trap = silence(receiver, head);
    if (trap == null) {
      return false;
    }
    if (!trap.isEmpty()) {
      ledger.exception(trap, 1);
    }
    return true;
  }

  /** Null if there must be a trace; empty if none is due; else the trap that swallows it. */
  private static @Nullable String silence(NetworkBook receiver, Arrival head) {
    Sighting message = head.message;
    if (!message.isResult()) {
      return message.empty() && isUnanswerable(receiver, head) ? "ipc trap 15" : null;
    }
    if (head.link.gap != Link.NONE) {
      return "ipc trap 5";
    }
    if (receiver.isDestination(message)) {
      if (receiver.reporters.isEmpty()) {
        return "";
      }
      if (receiver.takesResults(message)) {
        return null;
      }
      return receiver.reports(message) ? "ipc trap 5" : "ipc trap 4";
    }
    Optional<InvalidXnetMessageReason> refusal = Refusals.of(receiver, message);
    return refusal.isPresent() ? "ipc trap 5" : null;
  }

  private static boolean isUnanswerable(NetworkBook receiver, Arrival head) {
    return receiver.isDestination(head.message)
        || head.link.gap != Link.NONE
        || Refusals.of(receiver, head.message).isPresent();
  }
}
