// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.ipc.Asset;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.event.GatewayEvent.SubnetDestroyed;
import io.crossline.messaging.EthAddress;

/**
 * Takes the caller's subnet out of the tree and pays its stake back: {@code
 * GatewayManagerFacet.kill}.
 *
 * <p>Immutable and thread-safe.
 */
record Kill() implements GatewayOperation<Nothing> {
  @Override
  public Nothing run(GatewayState state, Frame frame) {
    EthAddress actor = frame.caller();
    Subnet child = state.child(actor);
    IpcError.NOT_REGISTERED_SUBNET.when(!GatewayState.registered(child));
    IpcError.NOT_EMPTY_SUBNET_CIRC_SUPPLY.when(!child.circSupply().isZero());
    state.children.remove(actor);
    state.childActors.remove(actor);
    Asset collateral = SubnetAssets.collateralSource(frame, actor);
    PayAsset.refund(state, frame, collateral, actor, child.stake());
    // Read after it was deleted: empty, unless the actor registered again while it was paid (traps
    // 23 and 33).
    frame.emit(new SubnetDestroyed(state.child(actor).id()).toLog(frame.self()));
    return Nothing.NOTHING;
  }
}
