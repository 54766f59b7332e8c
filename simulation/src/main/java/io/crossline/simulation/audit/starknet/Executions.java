// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.simulation.audit.Ledger;

/** What ran on the final L2, held against what was sent on the final L1. */
final class Executions {
  private static final String REVERTED = "starknet trap 21";

  private final ToL2Messages messages;
  private final LostLogs lost;
  private final boolean includesFailing;
  private final Ledger ledger;
  private final RunOrder order;

  /** How sure it is that a block of L2 stays. */
  enum Standing {
    /** A state update covers it. */
    SETTLED,
    /** No state update covers it yet, and one may be refused and take it back. */
    OPEN,
    /** No state update covers it, although all is done. */
    LEFT_OVER
  }

  Executions(StarknetAuditSettings settings, ToL2Messages messages, LostLogs lost, Ledger ledger) {
    this.messages = messages;
    this.lost = lost;
    this.ledger = ledger;
    includesFailing = settings.includesFailing();
    order = new RunOrder(lost, ledger);
  }

  void ran(Run run, Standing standing) {
    if (run.message().isEmpty()) {
      ledger.check(
          Invariant.FAILING_INCLUDED,
          run.succeeded() || run.sent().isEmpty(),
          () -> "a transaction of an account failed, and messages to L1 stayed");
      return;
    }
    Bytes32 hash = run.hash();
    ledger.check(
        Invariant.FAILING_INCLUDED,
        run.succeeded() || includesFailing && run.sent().isEmpty(),
        hash,
        () ->
            includesFailing
                ? "its handler failed, and " + run.sent().size() + " messages to L1 stayed"
                : "stands in a block as REVERTED, which is not so before v0.14.0");
    if (!messages.isKnown(hash)) {
      unknown(run, standing);
      return;
    }
    ledger.check(Invariant.RAN_WAS_SENT, true, hash, () -> "");
    ledger.check(
        Invariant.CONSUMED_OR_CANCELLED,
        standing != Standing.LEFT_OVER || !run.succeeded() || !messages.isCancelled(hash),
        hash,
        () -> "cancelled on L1, and L2 still has a block in which it went through");
    Waiting waiting = messages.waiting(hash);
    ledger.check(
        Invariant.ORDER,
        waiting == null || waiting.sent.nonce().equals(run.nonce()),
        hash,
        () -> "ran with nonce " + run.nonce() + ", must be that of the message");
    boolean first = messages.ran(hash, run.succeeded());
    ledger.check(Invariant.RAN_ONCE, first, hash, () -> "ran a second time on the same chain");
    if (first) {
      order.ran(run);
    }
  }

  /**
   * L2 may keep for good that a message failed which L1 lost: nothing on L1 depends on it. One that
   * went through has to be taken back before the next state update.
   */
  private void unknown(Run run, Standing standing) {
    Bytes32 hash = run.hash();
    boolean mayStay = !run.succeeded() || standing == Standing.OPEN;
    ledger.check(
        Invariant.RAN_WAS_SENT,
        mayStay && lost.sent(hash),
        hash,
        () -> "ran on L2, though it " + messages.place(hash));
    if (!run.succeeded() && lost.sent(hash)) {
      ledger.exception(REVERTED, 1);
      ledger.check(
          Invariant.RAN_ONCE,
          messages.failedUnsent(hash),
          hash,
          () -> "ran a second time on the same chain");
    }
  }
}
