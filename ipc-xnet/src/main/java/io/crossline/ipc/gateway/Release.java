// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;

/**
 * Sends the coins that come along to an account of the parent: {@code GatewayManagerFacet.release}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param to the account in the parent
 */
@GatewayFunctions.Payable
record Release(FvmAddress to) implements GatewayOperation<IpcEnvelope> {
  @Override
  public IpcEnvelope run(GatewayState state, Frame frame) {
    if (frame.value().isZero()) {
      throw new RevertSignal(IpcError.invalidXnetMessage(InvalidXnetMessageReason.VALUE));
    }
    IpcEnvelope message =
        IpcEnvelope.createReleaseMsg(state.network, frame.caller(), to, frame.value());
    IpcEnvelope committed = BottomUpCommit.run(state, frame, message);
    BurnCoins.run(frame, frame.value());
    return committed;
  }
}
