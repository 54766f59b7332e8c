// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.Bytes32;
import io.crossline.simulation.audit.Ledger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds what gateways commit on links against where it must come from and go to. */
final class Commits {
  private final Ledger ledger;
  private final Answers answers;
  private final IdTable ids = new IdTable();

  Commits(Ledger ledger, Answers answers) {
    this.ledger = ledger;
    this.answers = answers;
  }

  /** A message goes down; {@code passing} if the note behind says that it was in the postbox. */
  void down(NetworkBook at, Note.Down note, long position, boolean passing) {
    Sighting message = note.message();
    ledger.check(
        Invariant.TRACING_ID,
        message.id().equals(note.id()),
        note.id(),
        () -> at.id() + ": the fields of the message that goes down give " + message.id());
    NetworkBook child = at.children.get(note.actor());
    boolean nearer = child != null && Way.isAbove(child.id(), message.to().subnetId());
    checkRoute(at, message, nearer, () -> "down to " + note.actor());
    if (child == null) {
      return;
    }
    checkNonce(child.down, message);
    if (passing) {
      takeFromPostbox(at, message.id());
    } else {
      begin(at, child.down, message, position);
    }
    child.expect(new Arrival(message, child.down));
  }

  /** A message of a batch; it came out of the postbox, or begins its way here. */
  void up(NetworkBook at, NetworkBook parent, Sighting message, NetworkBook.QueuedUp queued) {
    boolean nearer = !Way.isAbove(at.id(), message.to().subnetId());
    checkRoute(at, message, nearer, () -> "up");
    checkNonce(at.up, message);
    if (!queued.passing()) {
      begin(at, at.up, message, queued.position());
    }
    if (queued.passing() || !message.isResult()) {
      at.burnt = at.burnt.plusWrapping(message.value());
    } else if (!message.value().isZero()) {
      ledger.exception("ipc trap 6", 1);
    }
    parent.expect(new Arrival(message, at.up));
  }

  /** What a note says to have been in the postbox leaves it. */
  void takeFromPostbox(NetworkBook at, Bytes32 id) {
    @Nullable Arrival stored = at.postbox.find(id, arrival -> true);
    ledger.check(
        Invariant.PROPAGATED,
        stored != null,
        id,
        () -> at.id() + ": propagated, and was not in the postbox");
    if (stored != null) {
      at.postbox.remove(stored);
    }
  }

  private void begin(NetworkBook at, Link link, Sighting message, long position) {
    SubnetId from = message.from().subnetId();
    boolean numbered = from.equals(link.down ? link.child : at.id());
    long due = numbered ? message.localNonce() : 0;
    ledger.check(
        Invariant.ORIGINAL_NONCE,
        message.originalNonce() == due,
        message.id(),
        () -> link + ": found original nonce " + message.originalNonce() + ", must be " + due);
    boolean isNew = ids.add(message.id());
    ledger.check(
        Invariant.UNIQUE_IDS,
        isNew || !numbered,
        message.id(),
        () -> link + ": the tracing id is of another message too");
    if (!isNew && !numbered) {
      ledger.exception("ipc trap 1", 1);
    }
    if (message.isResult()) {
      answers.take(at, message, position);
    } else {
      ledger.check(
          Invariant.SENT_HERE,
          from.equals(at.id()),
          message.id(),
          () -> at.id() + ": appears here, and is from " + from);
    }
  }

  private void checkNonce(Link link, Sighting message) {
    long due = link.committed;
    ledger.check(
        Invariant.NONCES_CONSECUTIVE,
        message.localNonce() == due,
        message.id(),
        () -> link + ": found local nonce " + message.localNonce() + ", must be " + due);
    link.committed = message.localNonce() + 1;
  }

  private void checkRoute(
      NetworkBook at, Sighting message, boolean nearer, Supplier<String> where) {
    SubnetId from = message.from().subnetId();
    SubnetId to = message.to().subnetId();
    ledger.check(
        Invariant.ROUTE,
        nearer && Way.passes(at.id(), from, to),
        message.id(),
        () -> at.id() + ": goes " + where.get() + " on its way from " + from + " to " + to);
  }
}
