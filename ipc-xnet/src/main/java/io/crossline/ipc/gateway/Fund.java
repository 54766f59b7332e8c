// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.AssetKind;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.abi.IpcFunction;

/**
 * Sends the coins that come along to an account of a child: {@code GatewayManagerFacet.fund}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param subnetId the child
 * @param to the account there
 */
record Fund(SubnetId subnetId, FvmAddress to) implements GatewayOperation<IpcEnvelope> {
  /** The function. */
  static final IpcFunction<Fund, Nothing> FUNCTION = IpcFunction.of("fund", Fund.class).payable();

  @Override
  public IpcFunction<Fund, ?> function() {
    return FUNCTION;
  }

  @Override
  public IpcEnvelope run(GatewayState state, Frame frame) {
    if (frame.value().isZero()) {
      throw new RevertSignal(IpcError.invalidXnetMessage(InvalidXnetMessageReason.VALUE));
    }
    if (!GatewayState.registered(state.child(subnetId))) {
      throw new RevertSignal(IpcError.NOT_REGISTERED_SUBNET.revert());
    }
    if (SubnetAssets.supplySource(frame, subnetId.actor()).kind() != AssetKind.NATIVE) {
      throw new RevertSignal(IpcRequire.UNEXPECTED_ASSET);
    }
    return TopDownCommit.run(
        state,
        frame,
        subnetId,
        IpcEnvelope.createFundMsg(subnetId, frame.caller(), to, frame.value()));
  }
}
