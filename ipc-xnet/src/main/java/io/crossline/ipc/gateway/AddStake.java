// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.Subnet;
import io.crossline.messaging.UInt256;

/**
 * Adds to the collateral of the caller's subnet: {@code GatewayManagerFacet.addStake}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param amount how much
 */
@GatewayFunctions.Payable
record AddStake(UInt256 amount) implements GatewayOperation<Nothing> {
  @Override
  public Nothing run(GatewayState state, Frame frame) {
    IpcError.NOT_ENOUGH_FUNDS.when(amount.isZero());
    LockAsset.run(frame, SubnetAssets.collateralSource(frame, frame.caller()), amount);
    Subnet child = state.child(frame.caller());
    IpcError.NOT_REGISTERED_SUBNET.when(!GatewayState.registered(child));
    state.put(SubnetChange.stake(child, Checked.plus(child.stake(), amount)));
    return Nothing.NOTHING;
  }
}
