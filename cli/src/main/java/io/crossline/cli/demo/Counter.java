// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.demo;

import io.crossline.core.abi.Require;
import io.crossline.core.abi.Signature;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.sdk.IpcExchange;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.Slot;
import io.crossline.messaging.UInt256;

/** Counts up by what each call asks for, and returns the sum. */
public final class Counter extends IpcExchange {
  private static final Signature INCREMENT = Signature.parse("increment(uint64 by)");

  private final Slot<UInt256> sum = slot("sum", UInt256.ZERO);

  /** Creates the contract. */
  public Counter() {}

  @Override
  protected Bytes handleIpcCall(IpcEnvelope envelope, CallMsg call) {
    if (!call.method().equals(INCREMENT.selector())) {
      throw new RevertSignal(new Require("unknown method " + call.method()));
    }
    UInt256 by = call.params().getUInt256(0);
    return sum.update(before -> before.plus(by)).toBytes32().toBytes();
  }

  @Override
  protected void handleIpcResult(IpcEnvelope original, IpcEnvelope result, ResultMsg message) {
    throw new RevertSignal(new Require("the counter sends no calls"));
  }
}
