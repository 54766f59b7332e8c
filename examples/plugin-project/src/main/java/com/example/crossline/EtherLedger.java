// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package com.example.crossline;

import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.StorageMap;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l2.CairoPanic;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;

/** The bridge's side on L2: who owns how much of the ether that lies in the bridge on L1. */
public final class EtherLedger {
  static StorageMap<Felt, UInt256> balances(io.crossline.messaging.Storage storage) {
    return storage.map("balance", Felt.CODEC, Codec.UINT256, UInt256.ZERO);
  }

  @L1Handler(from = "etherBridge")
  void deposit(L2Context ctx, EthAddress bridge, Felt owner, UInt256 amount) {
    balances(ctx.storage()).update(owner, balance -> balance.plus(amount));
  }

  @L1Handler(from = "etherBridge")
  void withdraw(L2Context ctx, EthAddress bridge, Felt owner, EthAddress receiver, UInt256 amount) {
    UInt256 balance = balances(ctx.storage()).get(owner);
    if (balance.compareTo(amount) < 0) {
      throw new CairoPanic("BALANCE_TOO_SMALL"); // nothing is taken, and the message stays pending
    }
    balances(ctx.storage()).put(owner, balance.minus(amount));
    ctx.sendMessageToL1(bridge, Payload.cairo(receiver, amount));
  }
}
