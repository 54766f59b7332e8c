// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package com.example.crossline;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.sdk.IpcExchange;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.OutcomeType;
import io.crossline.messaging.ResultMsg;
import io.crossline.messaging.Slot;
import io.crossline.messaging.UInt256;

/** Counts, and asks the same contract in another subnet to count; remembers what it answered. */
public final class SharedCounter extends IpcExchange {
  static final Bytes ADD = Bytes.utf8("add");

  final Slot<UInt256> count = slot("count", UInt256.ZERO); // rolled back when the call reverts
  final Slot<UInt256> answer = slot("answer", UInt256.ZERO);

  IpcEnvelope addThere(IpcAddress other, long by) {
    return performIpcCall(
        other, new CallMsg(ADD, UInt256.of(by).toBytes32().toBytes()), UInt256.ZERO);
  }

  @Override
  protected Bytes handleIpcCall(IpcEnvelope envelope, CallMsg call) {
    if (!call.method().equals(ADD)) {
      throw context().revert("only add is served");
    }
    return count.update(n -> n.plus(call.params().getUInt256(0))).toBytes32().toBytes();
  }

  @Override
  protected void handleIpcResult(IpcEnvelope original, IpcEnvelope result, ResultMsg resultMsg) {
    if (resultMsg.outcome() == OutcomeType.OK) {
      answer.set(resultMsg.ret().getUInt256(64)); // after the head of the returned bytes
    }
  }
}
