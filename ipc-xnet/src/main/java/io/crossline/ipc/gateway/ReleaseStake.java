// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.Subnet;
import io.crossline.messaging.UInt256;

/**
 * Pays collateral of the caller's subnet back to it: {@code GatewayManagerFacet.releaseStake}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param amount how much
 */
record ReleaseStake(UInt256 amount) implements GatewayOperation<Nothing> {
  @Override
  public Nothing run(GatewayState state, Frame frame) {
    Guarded.run(state, () -> release(state, frame));
    return Nothing.NOTHING;
  }

  private void release(GatewayState state, Frame frame) {
    IpcError.CANNOT_RELEASE_ZERO.when(amount.isZero());
    Subnet child = state.child(frame.caller());
    IpcError.NOT_REGISTERED_SUBNET.when(!GatewayState.registered(child));
    IpcError.NOT_ENOUGH_FUNDS_TO_RELEASE.when(child.stake().compareTo(amount) < 0);
    state.put(SubnetChange.stake(child, child.stake().minus(amount)));
    PayAsset.refund(
        state, frame, SubnetAssets.collateralSource(frame, frame.caller()), frame.caller(), amount);
  }
}
