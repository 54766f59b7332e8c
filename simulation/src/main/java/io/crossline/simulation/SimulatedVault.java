// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l2.CairoPanic;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;

/**
 * The contract that messages of a simulation reach on L2. Each says how it wants to be treated.
 *
 * <p>Not thread-safe: one thread uses a chain at a time.
 */
public final class SimulatedVault {
  /** Creates the contract. */
  public SimulatedVault() {}

  /** Adds to an account, and answers as often as it is told to, each time the same. */
  @L1Handler(anyone = true)
  void deposit(L2Context context, EthAddress from, Felt account, UInt256 amount, Felt answers) {
    context
        .storage()
        .map("balance", Felt.CODEC, Codec.UINT256, UInt256.ZERO)
        .update(account, balance -> balance.plus(amount));
    for (long i = answers.toBigInteger().longValueExact(); i > 0; i--) {
      context.sendMessageToL1(from, Payload.cairo(account, amount));
    }
  }

  /** Fails, after it wrote and sent something that must leave no trace. */
  @L1Handler(anyone = true)
  void fail(L2Context context, EthAddress from, Felt account, UInt256 amount) {
    context
        .storage()
        .map("balance", Felt.CODEC, Codec.UINT256, UInt256.ZERO)
        .update(account, balance -> balance.plus(amount));
    context.sendMessageToL1(from, Payload.cairo(account, amount));
    throw new CairoPanic("NOT_TODAY");
  }
}
