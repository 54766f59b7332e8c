// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.demo;

import io.crossline.messaging.EthAddress;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l2.CairoPanic;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;

/** The L2 side of a token bridge that its owner has paused: every deposit fails. */
public final class PausedBridge {
  /** Creates the contract. */
  public PausedBridge() {}

  /** Refuses a deposit. */
  @L1Handler(from = "l1Bridge", name = "handle_token_deposit")
  void deposit(L2Context context, EthAddress from, Payload all) {
    throw new CairoPanic("BRIDGE_PAUSED");
  }
}
