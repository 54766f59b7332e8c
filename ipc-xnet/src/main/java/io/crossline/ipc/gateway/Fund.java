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

/** Sends the coins that come along to an account of a child: {@code GatewayManagerFacet.fund}. */
final class Fund {
  private Fund() {}

  static IpcEnvelope run(GatewayState state, Frame frame, SubnetId subnet, FvmAddress to) {
    if (frame.value().isZero()) {
      throw new RevertSignal(IpcError.invalidXnetMessage(InvalidXnetMessageReason.VALUE));
    }
    if (!GatewayState.registered(state.child(subnet))) {
      throw new RevertSignal(IpcError.NOT_REGISTERED_SUBNET.revert());
    }
    if (SubnetAssets.supplySource(frame, subnet.actor()).kind() != AssetKind.NATIVE) {
      throw new RevertSignal(IpcRequire.UNEXPECTED_ASSET);
    }
    return TopDownCommit.run(
        state, frame, subnet, IpcEnvelope.createFundMsg(subnet, frame.caller(), to, frame.value()));
  }
}
