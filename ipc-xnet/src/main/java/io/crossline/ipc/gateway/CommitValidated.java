// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.ipc.Direction;
import io.crossline.ipc.IpcEnvelope;

/**
 * Sends a message on its way, down or up: {@code LibGateway.commitValidatedCrossMessage}. Used for
 * sends, for the postbox and for receipts; in spite of its name it validates nothing.
 */
final class CommitValidated {
  private CommitValidated() {}

  /** A message as it was committed, and whether its value has left this network upwards. */
  record Committed(IpcEnvelope message, boolean mustBurn) {}

  static Committed run(GatewayState state, Frame frame, IpcEnvelope message) {
    if (message.applyType(state.network) == Direction.TOP_DOWN
        || CheckMessage.isLca(state.network, message)) {
      IpcEnvelope down =
          TopDownCommit.run(
              state, frame, CheckMessage.nextDown(message.to().subnetId(), state.network), message);
      return new Committed(down, false);
    }
    return new Committed(BottomUpCommit.run(state, frame, message), !message.value().isZero());
  }
}
