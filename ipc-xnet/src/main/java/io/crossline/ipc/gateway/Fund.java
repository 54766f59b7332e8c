// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.AssetKind;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.SubnetId;

/**
 * Sends the coins that come along to an account of a child: {@code GatewayManagerFacet.fund}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param subnetId the child
 * @param to the account there
 */
@GatewayFunctions.Payable
record Fund(SubnetId subnetId, FvmAddress to) implements GatewayOperation<IpcEnvelope> {
  @Override
  public IpcEnvelope run(GatewayState state, Frame frame) {
    if (frame.value().isZero()) {
      throw new RevertSignal(IpcError.invalidXnetMessage(InvalidXnetMessageReason.VALUE));
    }
    IpcError.NOT_REGISTERED_SUBNET.when(!GatewayState.registered(state.child(subnetId)));
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
