// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.Subnet;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/**
 * Registers the caller as the actor of a new child: {@code GatewayManagerFacet.register}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param genesisCircSupply what circulates in the child at its beginning
 * @param collateral what validators put in
 */
@GatewayFunctions.Payable
record Register(UInt256 genesisCircSupply, UInt256 collateral)
    implements GatewayOperation<Nothing> {
  @Override
  public Nothing run(GatewayState state, Frame frame) {
    EthAddress actor = frame.caller();
    if (state.network.depth() + 1 >= state.config.maxTreeDepth()) {
      throw new RevertSignal(
          IpcError.METHOD_NOT_ALLOWED.revert(AbiValue.text(IpcRequire.NO_CHILD_SUBNETS)));
    }
    if (!state.approved.get(actor).orElse(false)) {
      throw new RevertSignal(IpcError.NOT_AUTHORIZED.revert(AbiValue.address(actor)));
    }
    IpcError.ALREADY_REGISTERED_SUBNET.when(GatewayState.registered(state.child(actor)));
    state.put(
        new Subnet(
            collateral,
            frame.block().number().toUInt256(),
            genesisCircSupply,
            UInt64.ZERO,
            UInt64.ZERO,
            state.network.child(actor)));
    state.childActors.add(actor);
    // Two questions of the same coins: they do not add up.
    if (!genesisCircSupply.isZero()) {
      LockAsset.run(frame, SubnetAssets.supplySource(frame, actor), genesisCircSupply);
    }
    if (!collateral.isZero()) {
      LockAsset.run(frame, SubnetAssets.collateralSource(frame, actor), collateral);
    }
    return Nothing.NOTHING;
  }
}
