// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.audit.Ledger;
import io.crossline.starknet.Int256;
import java.util.function.Supplier;

/** Holds what L1 holds in the end against what its logs said. */
final class EndState {
  private final StarknetAuditSettings settings;
  private final FinalState state;
  private final Ledger ledger;

  EndState(StarknetAuditSettings settings, FinalState state, Ledger ledger) {
    this.settings = settings;
    this.state = state;
    this.ledger = ledger;
  }

  void messages(ToL2Messages messages) {
    messages
        .pending()
        .forEach(
            (hash, message) -> {
              UInt256 expected = message.sent.fee().plusWrapping(UInt256.ONE);
              UInt256 found = state.l1ToL2Messages(hash);
              ledger.check(
                  Invariant.PENDING_COUNTER,
                  found.equals(expected),
                  hash,
                  () -> "pending, l1ToL2Messages is " + found + ", must be fee + 1 = " + expected);
              requestTime(messages, hash);
            });
    messages
        .ended()
        .forEach(
            (hash, how) -> {
              UInt256 found = state.l1ToL2Messages(hash);
              ledger.check(
                  Invariant.ENDED_COUNTER,
                  found.isZero(),
                  hash,
                  () -> messages.place(hash) + ", l1ToL2Messages is " + found + ", must be 0");
              requestTime(messages, hash);
            });
    UInt256 next = state.nextNonce();
    ledger.check(
        Invariant.NONCES_CONSECUTIVE,
        next.equals(messages.nextNonce()),
        () -> "the next nonce is " + next + ", must be " + messages.nextNonce());
  }

  private void requestTime(ToL2Messages messages, Bytes32 hash) {
    UInt256 found = state.cancellationRequestedAt(hash);
    UInt256 expected = messages.requestedAt(hash);
    ledger.check(
        Invariant.REQUESTS,
        found.equals(expected),
        hash,
        () -> "the time of its request is " + found + ", must be the latest one's, " + expected);
  }

  void settled(Int256 settled) {
    UInt256 found = state.l2BlockNumber();
    ledger.check(
        Invariant.STATE_UPDATES,
        found.equals(settled.bits()),
        () -> "the settled block is " + new Int256(found) + ", must be " + settled);
  }

  void coins(ToL2Messages messages, UInt256 minted) {
    UInt256 total = state.totalBalance();
    equal(
        Invariant.COINS_CONSERVED,
        total,
        minted,
        () -> "all coins on L1, which must be what was ever put in");
    UInt256 waitingFees =
        messages.pending().values().stream()
            .map(message -> message.sent.fee())
            .reduce(UInt256.ZERO, UInt256::plusWrapping);
    equal(
        Invariant.CORE_BALANCE,
        state.balance(settings.core()),
        settings.openingOfCore().plusWrapping(waitingFees).plusWrapping(messages.cancelledFees()),
        () ->
            "the core contract's coins, which must be the fees of pending and cancelled messages");
    equal(
        Invariant.FEES_PAID,
        state.balance(settings.feeReceiver()),
        settings.openingOfFeeReceiver().plusWrapping(messages.consumedFees()),
        () -> "the fee receiver's coins, which must be the fees of consumed messages");
  }

  private void equal(String invariant, UInt256 found, UInt256 expected, Supplier<String> what) {
    ledger.check(
        invariant,
        found.equals(expected),
        () -> "found " + found + " wei, must be " + expected + ": " + what.get());
  }
}
