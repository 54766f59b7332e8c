// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.UInt256;
import io.crossline.simulation.audit.Ledger;
import org.jspecify.annotations.Nullable;

/**
 * Holds the order in which messages ran on L2 against the order in which they were sent. A message
 * that was sent, lost by a reorganisation after it ran, and sent again with the same nonce may
 * stand before a message that took the place of another lost one: L1 does not ask for an order.
 */
final class RunOrder {
  private static final String REORGANISED = "starknet reorganisation";

  private final LostLogs lost;
  private final Ledger ledger;
  private @Nullable UInt256 highest;
  private @Nullable UInt256 highestNeverLost;

  RunOrder(LostLogs lost, Ledger ledger) {
    this.lost = lost;
    this.ledger = ledger;
  }

  /** Takes note of a message that ran and is on the final L1. */
  void ran(Run run) {
    UInt256 nonce = run.nonce();
    ledger.check(
        Invariant.ORDER,
        isAbove(nonce, highestNeverLost),
        run.hash(),
        () -> "nonce " + nonce + " ran after nonce " + highestNeverLost + ", must run before it");
    if (isAbove(nonce, highestNeverLost) && !isAbove(nonce, highest)) {
      ledger.exception(REORGANISED, 1);
    }
    highest = isAbove(nonce, highest) ? nonce : highest;
    if (!lost.sent(run.hash()) && isAbove(nonce, highestNeverLost)) {
      highestNeverLost = nonce;
    }
  }

  private static boolean isAbove(UInt256 nonce, @Nullable UInt256 other) {
    return other == null || nonce.compareTo(other) > 0;
  }
}
