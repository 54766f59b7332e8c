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
 */
final class ApplyCrossMessages {
  private ApplyCrossMessages() {}

  static List<Delivery> run(GatewayState state, Frame frame, List<IpcEnvelope> messages) {
    SystemActorOnly.check(frame);
    SubnetId parent = state.network.getParentSubnet();
    List<Delivery> deliveries = ApplyMessage.all(state, frame, parent, messages, true);
    PropagateAll.run(state, frame);
    return deliveries;
  }
}
