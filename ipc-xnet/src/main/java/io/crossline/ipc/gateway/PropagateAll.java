// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcRequire;
import io.crossline.ipc.event.GatewayEvent.MessagePropagatedFromPostbox;
import io.crossline.messaging.Bytes32;
import java.util.ArrayList;
import java.util.List;

/**
 * Sends on everything that waits in the postbox: {@code LibGateway.propagateAllPostboxMessages}.
 * One entry that cannot be sent reverts all (trap 17).
 *
 * <p>Immutable and thread-safe.
 */
@GatewayFunctions.Payable
record PropagateAll() implements GatewayOperation<List<IpcEnvelope>> {
  /** The messages as they were committed, in order. */
  @Override
  public List<IpcEnvelope> run(GatewayState state, Frame frame) {
    List<IpcEnvelope> sent = new ArrayList<>();
    for (Bytes32 key : state.postboxKeys.snapshot()) {
      sent.add(propagate(state, frame, key));
    }
    return sent;
  }

  private static IpcEnvelope propagate(GatewayState state, Frame frame, Bytes32 key) {
    IpcEnvelope stored =
        state
            .postbox
            .get(key)
            .filter(entry -> !entry.isEmpty())
            .orElseThrow(() -> new RevertSignal(IpcRequire.MESSAGE_NOT_FOUND_IN_POSTBOX));
    CommitValidated.Committed committed = CommitValidated.run(state, frame, stored);
    state.postbox.remove(key);
    state.postboxKeys.remove(key);
    if (committed.mustBurn()) {
      BurnCoins.run(frame, stored.value());
    }
    frame.emit(new MessagePropagatedFromPostbox(stored.tracingId()).toLog(frame.self()));
    return committed.message();
  }
}
