// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.simulation.audit.Ledger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds batches of checkpoints against what was queued for them. */
final class Batches {
  private final Ledger ledger;
  private final Commits commits;

  Batches(Ledger ledger, Commits commits) {
    this.ledger = ledger;
    this.commits = commits;
  }

  /** The epoch whose batch takes what is queued in a block: block e itself is of the next one. */
  static long epoch(NetworkBook at, long block) {
    long period = at.network.period();
    return (block / period + 1) * period;
  }

  /** A batch is recorded; {@code before} is the note before it. */
  void record(NetworkBook at, long block, Note.Batch batch, @Nullable Note before) {
    NetworkBook parent = at.parent;
    long due = at.lastCheckpoint + at.network.period();
    boolean committed =
        before instanceof Note.Commitment commitment
            && commitment.height() == batch.height()
            && commitment.count() == batch.messages().size();
    ledger.check(
        Invariant.BATCHES,
        parent != null && batch.height() == block && batch.height() == due && committed,
        () ->
            at.id()
                + ": found a batch of height "
                + batch.height()
                + " in block "
                + block
                + (committed ? "" : " without its state commitment")
                + ", the next one is due at "
                + due);
    at.lastCheckpoint = batch.height();
    if (parent != null) {
      take(at, parent, batch);
    }
  }

  private void take(NetworkBook at, NetworkBook parent, Note.Batch batch) {
    List<NetworkBook.QueuedUp> due = due(at, batch.height());
    boolean same = due.size() == batch.messages().size();
    for (int i = 0; i < batch.messages().size(); i++) {
      same &= i < due.size() && due.get(i).id().equals(batch.messages().get(i).id());
    }
    ledger.check(
        Invariant.BATCHES,
        same,
        () ->
            at.id()
                + ": batch "
                + batch.height()
                + " has "
                + batch.messages().stream().map(Sighting::id).toList()
                + ", must have "
                + due.stream().map(NetworkBook.QueuedUp::id).toList());
    for (int i = 0; i < batch.messages().size(); i++) {
      Sighting message = batch.messages().get(i);
      commits.up(at, parent, message, same ? due.get(i) : partner(at, message, due));
    }
  }

  private static NetworkBook.QueuedUp partner(
      NetworkBook at, Sighting message, List<NetworkBook.QueuedUp> due) {
    Iterator<NetworkBook.QueuedUp> each = due.iterator();
    while (each.hasNext()) {
      NetworkBook.QueuedUp queued = each.next();
      if (queued.id().equals(message.id())) {
        each.remove();
        return queued;
      }
    }
    return new NetworkBook.QueuedUp(message.id(), at.lastCheckpoint, at.nextPosition(), false);
  }

  /** What was queued up to a height, with what a batch before has left. */
  private static List<NetworkBook.QueuedUp> due(NetworkBook at, long height) {
    List<NetworkBook.QueuedUp> due = new ArrayList<>();
    while (!at.queued.isEmpty() && at.queued.peekFirst().epoch() <= height) {
      due.add(at.queued.removeFirst());
    }
    return due;
  }
}
