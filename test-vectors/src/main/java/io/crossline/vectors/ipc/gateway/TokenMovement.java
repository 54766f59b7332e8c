// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.math.BigInteger;

/** What a transfer of a token moves. */
@FunctionalInterface
interface TokenMovement {
  /** A true ERC-20: what was asked for. */
  TokenMovement EXACT = TokenLedger::shift;

  /** Upstream's ERC20Nil: nothing, and nobody asks whether the sender has it. */
  TokenMovement NONE = (ledger, from, to, amount) -> {};

  /**
   * Moves tokens.
   *
   * @param ledger the token's books
   * @param from who pays
   * @param to who is paid
   * @param amount what was asked for
   */
  void move(TokenLedger ledger, EthAddress from, EthAddress to, UInt256 amount);

  /** The recipient gets the amount less a fee, rounded down; the sender then loses the fee too. */
  static TokenMovement deflationary(int percent) {
    return (ledger, from, to, amount) -> {
      UInt256 fee = part(amount, percent);
      ledger.shift(from, to, amount.minus(fee));
      ledger.burn(from, fee);
    };
  }

  /** The recipient gets a bonus on top, rounded down and made out of nothing. */
  static TokenMovement inflationary(int percent) {
    return (ledger, from, to, amount) -> {
      ledger.shift(from, to, amount);
      ledger.mint(to, part(amount, percent));
    };
  }

  private static UInt256 part(UInt256 amount, int percent) {
    return UInt256.of(
        amount
            .toBigInteger()
            .multiply(BigInteger.valueOf(percent))
            .divide(BigInteger.valueOf(100)));
  }
}
