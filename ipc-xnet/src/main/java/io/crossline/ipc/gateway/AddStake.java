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
 * Adds to the collateral of the caller's subnet: {@code GatewayManagerFacet.addStake}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param amount how much
 */
record AddStake(UInt256 amount) implements GatewayOperation<Nothing> {
  /** The function. */
  static final IpcFunction<AddStake, Nothing> FUNCTION =
      IpcFunction.of("addStake", AddStake.class).payable();

  @Override
  public IpcFunction<AddStake, ?> function() {
    return FUNCTION;
  }

  @Override
  public Nothing run(GatewayState state, Frame frame) {
    if (amount.isZero()) {
      throw new RevertSignal(IpcError.NOT_ENOUGH_FUNDS.revert());
    }
    LockAsset.run(frame, SubnetAssets.collateralSource(frame, frame.caller()), amount);
    Subnet child = state.child(frame.caller());
    if (!GatewayState.registered(child)) {
      throw new RevertSignal(IpcError.NOT_REGISTERED_SUBNET.revert());
    }
    state.put(SubnetChange.stake(child, Checked.plus(child.stake(), amount)));
    return Nothing.NOTHING;
  }
}
