// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.messaging.UInt256;

/**
 * Pays collateral of the caller's subnet back to it: {@code GatewayManagerFacet.releaseStake}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param amount how much
 */
record ReleaseStake(UInt256 amount) implements GatewayOperation<Nothing> {
  /** The function. */
  static final IpcFunction<ReleaseStake, Nothing> FUNCTION =
      IpcFunction.of("releaseStake", ReleaseStake.class);

  @Override
  public IpcFunction<ReleaseStake, ?> function() {
    return FUNCTION;
  }

  @Override
  public Nothing run(GatewayState state, Frame frame) {
    Guarded.run(state, () -> release(state, frame));
    return Nothing.NOTHING;
  }

  private void release(GatewayState state, Frame frame) {
    if (amount.isZero()) {
      throw new RevertSignal(IpcError.CANNOT_RELEASE_ZERO.revert());
    }
    Subnet child = state.child(frame.caller());
    if (!GatewayState.registered(child)) {
      throw new RevertSignal(IpcError.NOT_REGISTERED_SUBNET.revert());
    }
    if (child.stake().compareTo(amount) < 0) {
      throw new RevertSignal(IpcError.NOT_ENOUGH_FUNDS_TO_RELEASE.revert());
    }
    state.put(SubnetChange.stake(child, child.stake().minus(amount)));
    PayAsset.refund(
        state, frame, SubnetAssets.collateralSource(frame, frame.caller()), frame.caller(), amount);
  }
}
