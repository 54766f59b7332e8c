// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.messaging.EthAddress;

/** Lets an actor register: {@code GatewayManagerFacet.approveSubnet}. */
final class ApproveSubnet {
  private ApproveSubnet() {}

  static void run(GatewayState state, Frame frame, EthAddress actor) {
    OwnerOnly.check(state, frame);
    state.approved.put(actor, true);
  }
}
