// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.chain.RevertSignal;
import io.crossline.core.record.RecordReader;
import io.crossline.core.state.ObjectTable;
import io.crossline.core.state.State;
import io.crossline.core.state.WordTable;
import io.crossline.ipc.IpcError;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/** What a token keeps: balances and allowances, as OpenZeppelin's ERC20 5.0.2 keeps them. */
final class TokenLedger {
  private record Allowance(EthAddress owner, EthAddress spender) {
    private static final Codec<Allowance> CODEC =
        RecordReader.codec(Allowance.class, Codec.ADDRESS, Codec.ADDRESS);
  }

  private final WordTable balances;
  private final ObjectTable<Allowance, UInt256> allowances;

  TokenLedger(State state) {
    balances = state.wordTable("balances");
    allowances = state.objectTable("allowances", Allowance.CODEC, Codec.UINT256);
  }

  UInt256 balance(EthAddress account) {
    return balances.get(account);
  }

  UInt256 allowance(EthAddress owner, EthAddress spender) {
    return allowances.get(new Allowance(owner, spender)).orElse(UInt256.ZERO);
  }

  void mint(EthAddress account, UInt256 amount) {
    balances.put(account, balances.get(account).plus(amount));
  }

  /** Takes tokens away; what is asked for and what there is stands in the error. */
  void burn(EthAddress account, UInt256 amount) {
    UInt256 owned = balances.get(account);
    if (owned.compareTo(amount) < 0) {
      throw new RevertSignal(
          IpcError.ERC20_INSUFFICIENT_BALANCE.revert(
              AbiValue.address(account), AbiValue.number(owned), AbiValue.number(amount)));
    }
    balances.put(account, owned.minus(amount));
  }

  void shift(EthAddress from, EthAddress to, UInt256 amount) {
    burn(from, amount);
    mint(to, amount);
  }

  void approve(EthAddress owner, EthAddress spender, UInt256 amount) {
    allowances.put(new Allowance(owner, spender), amount);
  }

  /** Uses up an allowance; the largest one is without end. */
  void spend(EthAddress owner, EthAddress spender, UInt256 amount) {
    UInt256 allowed = allowance(owner, spender);
    if (allowed.equals(UInt256.MAX)) {
      return;
    }
    if (allowed.compareTo(amount) < 0) {
      throw new RevertSignal(
          IpcError.ERC20_INSUFFICIENT_ALLOWANCE.revert(
              AbiValue.address(spender), AbiValue.number(allowed), AbiValue.number(amount)));
    }
    approve(owner, spender, allowed.minus(amount));
  }
}
