// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
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
 */
final class FundWithToken {
  private FundWithToken() {}

  static void run(GatewayState state, Frame frame, SubnetId subnet, FvmAddress to, UInt256 amount) {
    Guarded.run(state, () -> fund(state, frame, subnet, to, amount));
  }

  private static void fund(
      GatewayState state, Frame frame, SubnetId subnet, FvmAddress to, UInt256 amount) {
    if (amount.isZero()) {
      throw new RevertSignal(IpcError.invalidXnetMessage(InvalidXnetMessageReason.VALUE));
    }
    if (!GatewayState.registered(state.child(subnet))) {
      throw new RevertSignal(IpcError.NOT_REGISTERED_SUBNET.revert());
    }
    Asset supply = SubnetAssets.supplySource(frame, subnet.actor());
    if (supply.kind() != AssetKind.ERC20) {
      throw new RevertSignal(IpcRequire.UNEXPECTED_ASSET);
    }
    UInt256 arrived = LockAsset.run(frame, supply, amount);
    TopDownCommit.run(
        state, frame, subnet, IpcEnvelope.createFundMsg(subnet, frame.caller(), to, arrived));
  }
}
