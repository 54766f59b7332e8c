// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.messaging.EthAddress;

/**
 * Lets an actor register: {@code GatewayManagerFacet.approveSubnet}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param subnet the actor
 */
record ApproveSubnet(EthAddress subnet) implements GatewayOperation<Nothing> {
  @Override
  public Nothing run(GatewayState state, Frame frame) {
    OwnerOnly.check(state, frame);
    state.approved.put(subnet, true);
    return Nothing.NOTHING;
  }
}
