// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.Subnet;
import io.crossline.messaging.UInt256;
import java.util.List;

/**
 * Takes in messages of a child, called by its actor: {@code
 * CheckpointingFacet.execBottomUpMsgBatch}. It does not propagate the postbox; the actor does so
 * right after.
 *
 * <p>Immutable and thread-safe.
 *
 * @param messages the messages, in the order of their local nonces
 */
record ExecBottomUpMsgBatch(List<IpcEnvelope> messages)
    implements GatewayOperation<List<Delivery>> {
  @Override
  public List<Delivery> run(GatewayState state, Frame frame) {
    IpcError.INVALID_ACTOR_ADDRESS.when(frame.caller().isZero());
    Subnet child = state.child(frame.caller());
    IpcError.SUBNET_NOT_FOUND.when(!GatewayState.registered(child));
    UInt256 total = UInt256.ZERO;
    for (IpcEnvelope message : messages) {
      total = Checked.plus(total, message.value());
    }
    IpcError.NOT_ENOUGH_SUBNET_CIRC_SUPPLY.when(child.circSupply().compareTo(total) < 0);
    // The whole sum leaves before anything runs; what fails comes back with its Result (trap 20).
    state.put(SubnetChange.circSupply(child, child.circSupply().minus(total)));
    return ApplyMessage.all(state, frame, child.id(), messages, false);
  }
}
