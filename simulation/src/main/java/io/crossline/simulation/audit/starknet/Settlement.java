// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.simulation.audit.Ledger;
import io.crossline.starknet.Int256;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds each state update against the blocks of L2 that it covers: what went through in them is
 * what is consumed, and what they sent is what arrives.
 */
final class Settlement {
  private final HeldL2 l2;
  private final ToL2Messages toL2;
  private final ToL1Messages toL1;
  private final Executions executions;
  private final Ledger ledger;
  private Int256 settled;
  private List<Bytes32> consumed = new ArrayList<>();
  private List<Bytes32> arrived = new ArrayList<>();

  Settlement(
      Int256 settledAtStart,
      HeldL2 l2,
      ToL2Messages toL2,
      ToL1Messages toL1,
      Executions executions,
      Ledger ledger) {
    settled = settledAtStart;
    this.l2 = l2;
    this.toL2 = toL2;
    this.toL1 = toL1;
    this.executions = executions;
    this.ledger = ledger;
  }

  /** The last block of L2 that the final L1 takes for settled. */
  Int256 settled() {
    return settled;
  }

  void consumed(Note.Consumed note) {
    consumed.add(note.hash());
  }

  void arrived(Note.Arrived note) {
    arrived.add(note.cutHash());
  }

  void settled(Note.Settled update) {
    Int256 number = update.blockNumber();
    Int256 before = settled;
    ledger.check(
        Invariant.STATE_UPDATES,
        number.compareTo(before) > 0,
        () -> "state update to L2 block " + number + " after " + before + ", must be above it");
    List<Bytes32> wentThrough = new ArrayList<>();
    List<SentToL1> sent = new ArrayList<>();
    for (Run run : l2.releaseTo(number)) {
      executions.ran(run, Executions.Standing.SETTLED);
      if (run.succeeded()) {
        run.message().ifPresent(wentThrough::add);
        sent.addAll(run.sent());
      }
    }
    matchConsumed(wentThrough, number);
    matchArrived(sent, number);
    settled = number;
  }

  /** Ends a block of L1: a state update is one transaction, so nothing of it may be left. */
  void endOfBlock() {
    if (consumed.isEmpty() && arrived.isEmpty()) {
      return;
    }
    ledger.check(
        Invariant.STATE_UPDATES,
        false,
        consumed.isEmpty() ? arrived.get(0) : consumed.get(0),
        () ->
            consumed.size()
                + " messages consumed and "
                + arrived.size()
                + " arrived outside of a state update");
    consumed.forEach(toL2::consumed);
    arrived.forEach(toL1::arrived);
    consumed = new ArrayList<>();
    arrived = new ArrayList<>();
  }

  private void matchConsumed(List<Bytes32> wentThrough, Int256 number) {
    Matching matching = new Matching(wentThrough, consumed);
    for (int i = 0; i < consumed.size(); i++) {
      Bytes32 hash = consumed.get(i);
      ledger.check(
          Invariant.CONSUMED_IS_WHAT_RAN,
          matching.partner(i) != Matching.NONE,
          hash,
          () -> "consumed with L2 block " + number + ", and went through in no block up to it");
      toL2.consumed(hash);
    }
    for (Bytes32 hash : matching.missing()) {
      ledger.check(
          Invariant.CONSUMED_IS_WHAT_RAN,
          false,
          hash,
          () -> "went through on L2, and was not consumed with L2 block " + number);
    }
    inOrder(Invariant.CONSUMED_IS_WHAT_RAN, matching, number);
    consumed = new ArrayList<>();
  }

  private void matchArrived(List<SentToL1> sent, Int256 number) {
    Matching matching = new Matching(sent.stream().map(SentToL1::cutHash).toList(), arrived);
    for (int i = 0; i < arrived.size(); i++) {
      Bytes32 hash = arrived.get(i);
      int partner = matching.partner(i);
      ledger.check(
          Invariant.ARRIVED_IS_WHAT_L2_SENT,
          partner != Matching.NONE,
          hash,
          () -> "arrived with L2 block " + number + ", and no block up to it sent it");
      if (partner == Matching.NONE) {
        toL1.arrived(hash);
      } else {
        toL1.arrived(sent.get(partner));
      }
    }
    for (Bytes32 hash : matching.missing()) {
      ledger.check(
          Invariant.ARRIVED_IS_WHAT_L2_SENT,
          false,
          hash,
          () -> "sent on L2, and did not arrive with L2 block " + number);
    }
    inOrder(Invariant.ARRIVED_IS_WHAT_L2_SENT, matching, number);
    arrived = new ArrayList<>();
  }

  private void inOrder(String invariant, Matching matching, Int256 number) {
    ledger.check(
        invariant,
        !matching.isOtherOrder(),
        () -> "the state update to L2 block " + number + " has its messages in another order");
  }
}
