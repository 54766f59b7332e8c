// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.audit.Ledger;

/** The messages to L1 by what the final logs of L1 say. Equal ones share a hash and are counted. */
final class ToL1Messages {
  private static final String CUT_RECEIVER = "starknet trap 12";

  private final Ledger ledger;

  /** How many wait, by hash; 0 for one that nobody may find waiting. */
  private final HashTable waiting = new HashTable();

  ToL1Messages(Ledger ledger) {
    this.ledger = ledger;
  }

  /** A message of L2 that has arrived. */
  void arrived(SentToL1 message) {
    arrived(message.hash());
    if (!message.canBeConsumed()) {
      ledger.exception(CUT_RECEIVER, 1);
      waiting.put(message.cutHash(), waiting.get(message.cutHash()));
    }
  }

  /** A message that has arrived, known by its hash alone. */
  void arrived(Bytes32 hash) {
    waiting.put(hash, waiting.get(hash) + 1);
  }

  void taken(Bytes32 hash) {
    long before = waiting.get(hash);
    ledger.check(
        Invariant.TAKEN_AT_MOST_ARRIVED,
        before > 0,
        hash,
        () -> "consumed on L1, though none of its kind waits");
    waiting.put(hash, Math.max(0, before - 1));
  }

  void holdAgainst(FinalState state) {
    waiting.forEach(
        (hash, count) -> {
          UInt256 found = state.l2ToL1Messages(hash);
          ledger.check(
              Invariant.TO_L1_COUNTER,
              found.equals(UInt256.of(count)),
              hash,
              () -> "l2ToL1Messages is " + found + ", must be arrived - consumed = " + count);
        });
  }
}
