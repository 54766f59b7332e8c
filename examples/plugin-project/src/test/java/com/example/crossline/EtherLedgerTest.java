// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package com.example.crossline;

import io.crossline.messaging.Storage;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l2.Roles;
import io.crossline.vectors.conformance.StarknetHandlerConformance;

/** The ledger keeps the rules of handlers. */
class EtherLedgerTest extends StarknetHandlerConformance {
  private static final Felt OWNER = Felt.of(0xa11ce);

  @Override
  protected Object handler() {
    return new EtherLedger();
  }

  @Override
  protected void bind(Roles roles) {
    roles.bind("etherBridge", sender());
  }

  @Override
  protected String function() {
    return "deposit";
  }

  @Override
  protected Payload payload() {
    return Payload.cairo(OWNER, UInt256.of(5));
  }

  @Override
  protected String observe(Storage storage) {
    return EtherLedger.balances(storage).get(OWNER).toString();
  }
}
