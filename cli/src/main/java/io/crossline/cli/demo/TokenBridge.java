// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.demo;

import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.StorageMap;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l2.CairoPanic;
import io.crossline.starknet.l2.External;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;

/** The L2 side of a token bridge: credits what was deposited on L1 and acknowledges it. */
public final class TokenBridge {
  /** Creates the contract. */
  public TokenBridge() {}

  /** Takes a deposit with the parameters that StarkGate's bridges send. */
  @L1Handler(from = "l1Bridge", name = "handle_token_deposit")
  void deposit(
      L2Context context,
      EthAddress from,
      Felt token,
      EthAddress depositor,
      Felt recipient,
      UInt256 amount) {
    StorageMap<Felt, UInt256> balances =
        context.storage().map("balance", Felt.CODEC, Codec.UINT256, UInt256.ZERO);
    balances.update(recipient, balance -> balance.plus(amount));
    context.storage().slot("l1Bridge", Codec.ADDRESS, EthAddress.ZERO).set(from);
    context.sendMessageToL1(from, Payload.cairo(token, depositor, amount));
  }

  /** Sends what an account has back to L1, with the parameters that StarkGate's bridges send. */
  @External(name = "initiate_token_withdraw")
  void withdraw(L2Context context, Felt token, EthAddress recipient, UInt256 amount) {
    StorageMap<Felt, UInt256> balances =
        context.storage().map("balance", Felt.CODEC, Codec.UINT256, UInt256.ZERO);
    UInt256 balance = balances.get(context.caller());
    if (balance.compareTo(amount) < 0) {
      throw new CairoPanic("INSUFFICIENT_BALANCE");
    }
    balances.put(context.caller(), balance.minus(amount));
    EthAddress l1Bridge = context.storage().slot("l1Bridge", Codec.ADDRESS, EthAddress.ZERO).get();
    context.sendMessageToL1(l1Bridge, Payload.cairo(Felt.ZERO, recipient, token, amount));
  }
}
