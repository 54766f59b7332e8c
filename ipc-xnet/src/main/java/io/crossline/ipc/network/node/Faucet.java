// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.ipc.network.message.TreeMessages;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;

/** Where the coins of accounts come from: a root makes them, a subnet has those of its genesis. */
final class Faucet {
  private Faucet() {}

  static void give(TreeMember subnet, EthAddress account, UInt256 coins, TreeMessages tracker) {
    if (subnet.parent().isEmpty()) {
      subnet.chain().mint(account, coins);
      return;
    }
    UInt256 has = subnet.chain().balance(Names.FAUCET);
    if (has.compareTo(coins) < 0) {
      throw new IllegalStateException(
          subnet.name()
              + ": the faucet has "
              + has
              + " coins, asked for "
              + coins
              + ". Give the network more genesis coins in its settings, or fund the account from "
              + subnet.parent().get().name());
    }
    Outcome<Bytes> paid = subnet.chain().transact(Names.FAUCET, account, coins, Bytes.EMPTY);
    tracker.flush(subnet.tracked());
    paid.orThrow();
  }
}
