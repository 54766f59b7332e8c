// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.abi.IpcFunction;
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
  /** The function. */
  static final IpcFunction<ExecBottomUpMsgBatch, Nothing> FUNCTION =
      IpcFunction.of("execBottomUpMsgBatch", ExecBottomUpMsgBatch.class);

  @Override
  public IpcFunction<ExecBottomUpMsgBatch, ?> function() {
    return FUNCTION;
  }

  @Override
  public List<Delivery> run(GatewayState state, Frame frame) {
    if (frame.caller().isZero()) {
      throw new RevertSignal(IpcError.INVALID_ACTOR_ADDRESS.revert());
    }
    Subnet child = state.child(frame.caller());
    if (!GatewayState.registered(child)) {
      throw new RevertSignal(IpcError.SUBNET_NOT_FOUND.revert());
    }
    UInt256 total = UInt256.ZERO;
    for (IpcEnvelope message : messages) {
      total = Checked.plus(total, message.value());
    }
    if (child.circSupply().compareTo(total) < 0) {
      throw new RevertSignal(IpcError.NOT_ENOUGH_SUBNET_CIRC_SUPPLY.revert());
    }
    // The whole sum leaves before anything runs; what fails comes back with its Result (trap 20).
    state.put(SubnetChange.circSupply(child, child.circSupply().minus(total)));
    return ApplyMessage.all(state, frame, child.id(), messages, false);
  }
}
