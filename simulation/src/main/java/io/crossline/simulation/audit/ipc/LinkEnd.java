// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.messaging.UInt256;
import io.crossline.simulation.audit.Ledger;
import java.util.function.Supplier;

/** Holds a link against the counters of both gateways when a run has ended. */
final class LinkEnd {
  private final Ledger ledger;
  private final LinkOrder order;
  private final boolean drained;

  LinkEnd(Ledger ledger, LinkOrder order, boolean drained) {
    this.ledger = ledger;
    this.order = order;
    this.drained = drained;
  }

  /**
   * Takes out what the receiver says it applied. What the link holds then is underway.
   *
   * @param applied the nonce that the receiver expects next
   * @return the values of what is underway
   */
  UInt256 close(NetworkBook receiver, Link link, long applied) {
    checkCounter(link, applied);
    link.lastSeen = Math.max(link.lastSeen, applied);
    order.sweep(receiver, link);
    Arrival head = link.head();
    if (head == null || !isTaken(head, applied)) {
      ledger.check(Invariant.NOT_LOST, true, "", () -> "");
    }
    while (head != null && isTaken(head, applied)) {
      ledger.check(
          Invariant.NOT_LOST, isExcused(receiver, head), head.message.id(), lost(receiver, head));
      receiver.arriving.remove(head);
      link.removeHead();
      order.sweep(receiver, link);
      head = link.head();
    }
    return underway(receiver, link);
  }

  private static boolean isTaken(Arrival head, long applied) {
    return head.link.gap == Link.NONE && head.message.localNonce() < applied;
  }

  private void checkCounter(Link link, long applied) {
    boolean possible =
        link.gap == Link.NONE
            ? applied > link.lastSeen && applied <= link.committed
            : applied == link.gap;
    ledger.check(
        Invariant.APPLIED_NONCES,
        possible,
        () ->
            link
                + ": the receiver expects nonce "
                + applied
                + " next, "
                + link.committed
                + " were committed and up to "
                + (link.gap == Link.NONE ? link.lastSeen : link.gap - 1)
                + " were seen");
  }

  /** Of what waits for a batch of the receiver it is not known whether it is the answer. */
  private static boolean isExcused(NetworkBook receiver, Arrival head) {
    return !receiver.queued.isEmpty() && !head.message.isResult();
  }

  private static Supplier<String> lost(NetworkBook receiver, Arrival head) {
    return () ->
        head.link
            + ": nonce "
            + head.message.localNonce()
            + " was applied, and "
            + receiver.id()
            + " neither answered nor stored it";
  }

  private UInt256 underway(NetworkBook receiver, Link link) {
    UInt256 value = UInt256.ZERO;
    boolean stuck = false;
    for (Arrival each = link.head(); each != null; each = each.nextOnLink) {
      stuck |= isStuck(receiver, each);
    }
    for (Arrival each = link.head(); each != null; each = each.nextOnLink) {
      if (each.endedAt == Arrival.UNSEEN) {
        value = value.plusWrapping(each.message.value());
        notApplied(each, stuck);
      }
    }
    return value;
  }

  private void notApplied(Arrival arrival, boolean stuck) {
    if (drained && stuck) {
      ledger.exception("ipc trap 17", 1);
    } else if (drained) {
      ledger.check(
          Invariant.LIVENESS,
          false,
          arrival.message.id(),
          () -> arrival.link + ": nonce " + arrival.message.localNonce() + " is underway still");
    }
  }

  /** An empty message for elsewhere reverts all that arrives with it, for ever. */
  private static boolean isStuck(NetworkBook receiver, Arrival arrival) {
    Sighting message = arrival.message;
    return message.empty()
        && !receiver.isDestination(message)
        && Refusals.of(receiver, message).isEmpty();
  }
}
