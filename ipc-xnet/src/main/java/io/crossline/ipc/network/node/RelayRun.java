// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.core.chain.Nothing;
import io.crossline.core.fault.FaultKind;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.bottomup.PendingBatch;
import io.crossline.ipc.checkpoint.BatchInclusion;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One run of a relayer: the headers that are due and what they are made of, and then all messages
 * that are not executed yet, with their proofs, batch by batch, each batch in one transaction.
 */
final class RelayRun {
  private final Relayer relayer;
  private final RelayedCheckpoints link;
  private final Optional<FaultKind> fault;
  private boolean rivalFirst = true;
  private int left = Integer.MAX_VALUE;

  /** With the fault that it is under: DUPLICATE, REORDER or RIVAL. */
  RelayRun(Relayer relayer, RelayedCheckpoints link, Optional<FaultKind> fault) {
    this.relayer = relayer;
    this.link = link;
    this.fault = fault;
  }

  /** Sends everything, but no more than so many transactions. */
  void run(int transactions) {
    left = transactions;
    run();
  }

  /** Sends everything. */
  void run() {
    if (is(FaultKind.REORDER)) {
      sendOutOfOrder();
    }
    boolean more = true;
    while (more) {
      more = submitNext();
    }
    for (PendingBatch pending : link.pending()) {
      if (left == 0 || !execute(pending) && is(FaultKind.RIVAL)) {
        return;
      }
    }
  }

  private boolean is(FaultKind kind) {
    return fault.filter(kind::equals).isPresent();
  }

  /** Whether something was due, and was taken. */
  private boolean submitNext() {
    Optional<UInt64> opened = link.nextBreakdown();
    Optional<UInt64> due = opened.or(link::nextHeader);
    Optional<CommittedCheckpoint> checkpoint = due.flatMap(link.child()::checkpoint);
    if (left == 0 || checkpoint.isEmpty()) {
      return false;
    }
    return opened.isPresent()
        ? send(due.get(), "breakdown", account -> breakdown(account, checkpoint.get()))
        : send(due.get(), "header", account -> header(account, checkpoint.get()));
  }

  private Outcome<Nothing> header(EthAddress account, CommittedCheckpoint checkpoint) {
    return link.actor().submitBottomUpCheckpoint(account, checkpoint.header(link.child().id()));
  }

  private Outcome<Nothing> breakdown(EthAddress account, CommittedCheckpoint checkpoint) {
    return link.actor()
        .recordAppHashBreakdown(account, checkpoint.height(), checkpoint.breakdown());
  }

  /** What is due later goes first, where there is such a thing. */
  private void sendOutOfOrder() {
    link.nextHeader()
        .ifPresent(
            due -> {
              UInt64 later = link.after(due);
              boolean there = link.isReady(later);
              link.child()
                  .checkpoint(there ? later : due)
                  .ifPresent(
                      checkpoint ->
                          extra(
                              "the early " + (there ? "header" : "breakdown"),
                              checkpoint.height(),
                              there
                                  ? header(relayer.account(), checkpoint)
                                  : breakdown(relayer.account(), checkpoint)));
            });
  }

  private <T> boolean send(
      UInt64 height, String what, Function<EthAddress, Outcome<T>> transaction) {
    left--;
    EthAddress first = relayer.account();
    EthAddress second = relayer.account();
    if (is(FaultKind.RIVAL)) {
      first = rivalFirst ? relayer.rival() : first;
      second = rivalFirst ? second : relayer.rival();
      rivalFirst = !rivalFirst;
    }
    boolean taken = taken(height, transaction.apply(first));
    if (is(FaultKind.RIVAL) || is(FaultKind.DUPLICATE)) {
      extra("the second " + what, height, transaction.apply(second));
    }
    return taken;
  }

  /** Whether the batch was executed whole. */
  private boolean execute(PendingBatch pending) {
    List<BatchInclusion> all = link.remaining(pending);
    relayer.tracker().flush(link.parent().tracked());
    if (!is(FaultKind.RIVAL)) {
      return send(pending.height(), "batch", account -> batch(account, pending.height(), all));
    }
    // The other one has a part in the same block, so all of it is refused; the next run reads what
    // is left.
    List<BatchInclusion> part = all.subList(0, (all.size() + 1) / 2);
    left--;
    boolean taken = taken(pending.height(), batch(relayer.rival(), pending.height(), part));
    extra("the second batch", pending.height(), batch(relayer.account(), pending.height(), all));
    return taken && part.size() == all.size();
  }

  /** Executes messages, and has it looked at what became of them. */
  private Outcome<List<Delivery>> batch(
      EthAddress account, UInt64 height, List<BatchInclusion> inclusions) {
    Outcome<List<Delivery>> outcome =
        link.actor().execBottomUpMsgBatch(account, height, inclusions);
    String cause = "checkpoint " + height + " of " + link.child().name() + ": ";
    return outcome.fold(
        (deliveries, logs) -> {
          relayer.tracker().observe(link.parent().tracked(), deliveries, cause);
          return outcome;
        },
        revert -> outcome);
  }

  private boolean taken(UInt64 height, Outcome<?> outcome) {
    return outcome.fold(
        (result, logs) -> true,
        revert -> {
          String trouble = "checkpoint " + height + " of " + link.child().name() + " is refused: ";
          relayer.tell(trouble + IpcReverts.describe(revert));
          return false;
        });
  }

  /** What a relayer in order would not have sent. */
  private void extra(String what, UInt64 height, Outcome<?> outcome) {
    String which = what + " of checkpoint " + height + " of " + link.child().name();
    String says =
        outcome.fold(
            (result, logs) -> which + " is taken",
            revert -> which + " is refused: " + IpcReverts.describe(revert));
    relayer.faults().tell(link.parent().tracked(), says);
  }
}
