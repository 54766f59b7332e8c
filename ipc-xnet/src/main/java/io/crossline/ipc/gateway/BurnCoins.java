// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.ipc.IpcError;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;

/**
 * Burns coins of the gateway that leave this network upwards: fevmate's {@code
 * FilAddress.sendValue}.
 */
final class BurnCoins {
  private BurnCoins() {}

  static void run(Frame frame, UInt256 amount) {
    IpcError.INSUFFICIENT_FUNDS.when(frame.balance(frame.self()).compareTo(amount) < 0);
    IpcError.CALL_FAILED.when(
        !frame.call(SystemActors.BURNT_FUNDS_ACTOR, amount, Bytes.EMPTY).success());
  }
}
