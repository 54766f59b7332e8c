// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.ipc.Asset;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;

/**
 * Delivers a message to its receiver: {@code CrossMsgHelper.execute}, run as {@code
 * LibGateway.executeCrossMsg} does within a frame of its own, so that any revert fails the message
 * alone and its data, uncut, becomes the Result's.
 */
final class ExecuteMessage {
  private ExecuteMessage() {}

  record Executed(boolean success, Bytes ret) {}

  static Executed run(GatewayState state, Frame frame, IpcEnvelope message, Asset asset) {
    return frame
        .attempt(inner -> execute(state, inner, message, asset))
        .fold(executed -> executed, revert -> new Executed(false, revert.data()));
  }

  private static Executed execute(
      GatewayState state, Frame frame, IpcEnvelope message, Asset asset) {
    IpcError.CANNOT_EXECUTE_EMPTY_ENVELOPE.when(message.isEmpty());
    EthAddress receiver = message.to().rawAddress().extractEvmAddress();
    CallResult result =
        message.kind() == EnvelopeKind.TRANSFER
            ? PayAsset.transfer(state, frame, asset, receiver, message.value())
            : PayAsset.call(
                state,
                frame,
                asset,
                receiver,
                message.value(),
                ContractFunctions.HANDLE_IPC_MESSAGE.encodeCall(message));
    return new Executed(result.success(), result.data());
  }
}
