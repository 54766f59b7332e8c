// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.Asset;
import io.crossline.ipc.AssetKind;
import io.crossline.ipc.FvmAddress;
import io.crossline.ipc.InvalidXnetMessageReason;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.UInt256;

/**
 * Sends tokens of the caller to an account of a child: {@code GatewayManagerFacet.fundWithToken}.
 * It alone credits what really arrived (trap 28).
 *
 * <p>Immutable and thread-safe.
 *
 * @param subnetId the child
 * @param to the account there
 * @param amount how many tokens to take; what really arrives is what is sent
 */
record FundWithToken(SubnetId subnetId, FvmAddress to, UInt256 amount)
    implements GatewayOperation<Nothing> {
  @Override
  public Nothing run(GatewayState state, Frame frame) {
    Guarded.run(state, () -> fund(state, frame));
    return Nothing.NOTHING;
  }

  private void fund(GatewayState state, Frame frame) {
    if (amount.isZero()) {
      throw new RevertSignal(IpcError.invalidXnetMessage(InvalidXnetMessageReason.VALUE));
    }
    IpcError.NOT_REGISTERED_SUBNET.when(!GatewayState.registered(state.child(subnetId)));
    Asset supply = SubnetAssets.supplySource(frame, subnetId.actor());
    if (supply.kind() != AssetKind.ERC20) {
      throw new RevertSignal(IpcRequire.UNEXPECTED_ASSET);
    }
    UInt256 arrived = LockAsset.run(frame, supply, amount);
    TopDownCommit.run(
        state, frame, subnetId, IpcEnvelope.createFundMsg(subnetId, frame.caller(), to, arrived));
  }
}
