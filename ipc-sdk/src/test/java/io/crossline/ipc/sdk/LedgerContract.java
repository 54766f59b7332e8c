// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Slot;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

final class LedgerContract extends TypedExchange implements Ledger {
  private final Slot<UInt64> sum = slot("sum", UInt64.ZERO);

  @Override
  public UInt64 increment(UInt64 by) {
    return sum.update(n -> n.plus(by));
  }

  @Override
  public Entry credit(EthAddress owner, UInt256 amount) {
    return new Entry(owner, amount.plus(envelope().value()));
  }

  @Override
  public void reset() {
    sum.set(UInt64.ZERO);
  }

  @Override
  public boolean fail(String reason) {
    throw context().revert(reason);
  }

  UInt64 sum() {
    return sum.get();
  }
}
