// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.SubnetId;
import java.util.List;

/**
 * Takes in messages of the parent, then sends on what waits in the postbox: {@code
 * XnetMessagingFacet.applyCrossMessages}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param messages the messages, in the order of their local nonces
 */
record ApplyCrossMessages(List<IpcEnvelope> messages) implements GatewayOperation<List<Delivery>> {
  @Override
  public List<Delivery> run(GatewayState state, Frame frame) {
    SystemActorOnly.check(frame);
    SubnetId parent = state.network.getParentSubnet();
    List<Delivery> deliveries = ApplyMessage.all(state, frame, parent, messages, true);
    new PropagateAll().run(state, frame);
    return deliveries;
  }
}
