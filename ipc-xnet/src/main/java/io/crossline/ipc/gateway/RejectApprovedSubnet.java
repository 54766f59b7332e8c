// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.messaging.EthAddress;

/**
 * Takes the approval back, for the next registration: {@code
 * GatewayManagerFacet.rejectApprovedSubnet}.
 */
final class RejectApprovedSubnet {
  private RejectApprovedSubnet() {}

  static void run(GatewayState state, Frame frame, EthAddress actor) {
    OwnerOnly.check(state, frame);
    state.approved.remove(actor);
  }
}
