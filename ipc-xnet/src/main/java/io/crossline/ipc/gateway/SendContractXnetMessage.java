// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.Direction;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt64;

/**
 * Sends a call of a contract to another network: {@code
 * GatewayMessengerFacet.sendContractXnetMessage}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param envelope receiver, value and an encoded {@code CallMsg}; kind, sender and nonces are
 *     ignored
 */
record SendContractXnetMessage(IpcEnvelope envelope) implements GatewayOperation<IpcEnvelope> {
  /** The function. */
  static final IpcFunction<SendContractXnetMessage, IpcEnvelope> FUNCTION =
      IpcFunction.of("sendContractXnetMessage", SendContractXnetMessage.class)
          .returning(IpcEnvelope.class, "committed")
          .payable();

  /**
   * The message as it was committed. Of what the caller gave, kind, sender and nonces are ignored.
   */
  @Override
  public IpcEnvelope run(GatewayState state, Frame frame) {
    if (!state.config.generalPurpose()) {
      throw new RevertSignal(
          IpcError.METHOD_NOT_ALLOWED.revert(AbiValue.text(IpcRequire.NO_GENERAL_PURPOSE)));
    }
    if (!frame.hasCode(frame.caller())) {
      throw invalid(InvalidXnetMessageReason.SENDER);
    }
    CallMsg.decode(envelope.message());
    IpcEnvelope message =
        new IpcEnvelope(
            EnvelopeKind.CALL,
            UInt64.ZERO,
            UInt64.ZERO,
            envelope.value(),
            envelope.to(),
            IpcAddress.of(state.network, frame.caller()),
            envelope.message());
    CheckMessage.run(state, frame, message)
        .ifPresent(
            reason -> {
              throw invalid(reason);
            });
    if (message.applyType(state.network) == Direction.TOP_DOWN) {
      // What really arrives is not looked at: the message keeps its value also for tokens that take
      // a fee (trap 28).
      LockAsset.run(
          frame,
          SubnetAssets.supplySource(
              frame, CheckMessage.nextDown(message.to().subnetId(), state.network).actor()),
          message.value());
    }
    CommitValidated.Committed committed = CommitValidated.run(state, frame, message);
    if (committed.mustBurn()) {
      // The coins that came along are not compared with the value: the gateway's own are burnt
      // (trap 10).
      BurnCoins.run(frame, message.value());
    }
    return committed.message();
  }

  private static RevertSignal invalid(InvalidXnetMessageReason reason) {
    return new RevertSignal(IpcError.invalidXnetMessage(reason));
  }

  @Override
  public Bytes returned(IpcEnvelope committed) {
    return FUNCTION.encodeReturn(committed);
  }
}
