// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcAddress;
import io.crossline.messaging.Bytes32;
import io.crossline.simulation.audit.Ledger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the notes of a block that stays. */
final class BlockReading {
  private final Ledger ledger;
  private final LinkOrder order;
  private final Commits commits;
  private final Batches batches;

  BlockReading(Ledger ledger, LinkOrder order) {
    this.ledger = ledger;
    this.order = order;
    commits = new Commits(ledger, new Answers(ledger, order));
    batches = new Batches(ledger, commits);
  }

  void read(NetworkBook at, long block, List<Note> notes) {
    Note before = null;
    for (int i = 0; i < notes.size(); i++) {
      Note note = notes.get(i);
      Note after = i + 1 < notes.size() ? notes.get(i + 1) : null;
      long position = at.nextPosition();
      if (note instanceof Note.Down down) {
        commits.down(at, down, position, isPropagation(down.id(), after));
      } else if (note instanceof Note.Queued queued) {
        queue(at, block, queued.id(), position, isPropagation(queued.id(), after));
      } else if (note instanceof Note.Stored stored) {
        store(at, stored.id(), position);
      } else if (note instanceof Note.Propagated propagated) {
        checkPropagated(at, propagated.id(), before);
      } else if (note instanceof Note.Batch batch) {
        batches.record(at, block, batch, before);
      } else if (note instanceof Note.Handled handled) {
        handle(at, handled, position);
      }
      before = note;
    }
  }

  /** A stored message is committed, and the very next thing told is that it left the postbox. */
  private static boolean isPropagation(Bytes32 id, @Nullable Note after) {
    return after instanceof Note.Propagated propagated && propagated.id().equals(id);
  }

  private void checkPropagated(NetworkBook at, Bytes32 id, @Nullable Note before) {
    boolean committed =
        before instanceof Note.Down down && down.id().equals(id)
            || before instanceof Note.Queued queued && queued.id().equals(id);
    ledger.check(
        Invariant.PROPAGATED,
        committed,
        id,
        () -> at.id() + ": propagated, and committed on no link right before");
  }

  private void queue(NetworkBook at, long block, Bytes32 id, long position, boolean passing) {
    ledger.check(Invariant.ROUTE, at.parent != null, id, () -> at.id() + ": goes up from the root");
    if (passing) {
      commits.takeFromPostbox(at, id);
    }
    at.queued.add(new NetworkBook.QueuedUp(id, Batches.epoch(at, block), position, passing));
  }

  private void store(NetworkBook at, Bytes32 id, long position) {
    Arrival arrival = at.arriving.find(id, waiting -> !at.isDestination(waiting.message));
    ledger.check(
        Invariant.STORED,
        arrival != null && Refusals.of(at, arrival.message).isEmpty(),
        id,
        () ->
            at.id()
                + (arrival == null
                    ? ": stored, and has not arrived to go on, or not so often"
                    : ": stored, and must be refused"));
    if (arrival != null) {
      arrival.endedAt = position;
      at.arriving.remove(arrival);
      at.postbox.add(arrival);
      arrival.link.sees(arrival);
      order.sweep(at, arrival.link);
    }
  }

  private void handle(NetworkBook at, Note.Handled note, long position) {
    HandledLog what = note.what();
    IpcAddress receiver = at.reporters.get(note.contract());
    Arrival arrival =
        at.arriving.find(
            what.tracingId(),
            waiting ->
                waiting.message.localNonce() == what.localNonce().bits()
                    && waiting.handledAt == Arrival.UNSEEN
                    && waiting.message.kind() == what.kind()
                    && waiting.message.kind() != EnvelopeKind.TRANSFER
                    && waiting.message.to().equals(receiver));
    ledger.check(
        Invariant.HANDLED_ONCE,
        arrival != null,
        what.tracingId(),
        () ->
            at.id()
                + ": "
                + note.contract()
                + " handled what has not arrived for it, or not so often: "
                + what);
    if (arrival == null) {
      return;
    }
    Link link = arrival.link;
    ledger.check(
        Invariant.HANDLED_IN_ORDER,
        what.localNonce().bits() > link.lastHandled,
        what.tracingId(),
        () -> link + ": nonce " + what.localNonce() + " was handled after " + link.lastHandled);
    link.lastHandled = Math.max(link.lastHandled, what.localNonce().bits());
    arrival.handledAt = position;
    link.sees(arrival);
    if (arrival.message.isResult()) {
      at.arriving.remove(arrival);
    }
    order.sweep(at, link);
  }
}
