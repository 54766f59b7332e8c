// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.Subnet;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.event.GatewayEvent.NewTopDownMessage;
import io.crossline.messaging.UInt64;

/** Hands a message down to a child: {@code LibGateway.commitTopDownMsg}. */
final class TopDownCommit {
  private TopDownCommit() {}

  /**
   * The message with its nonces. The original nonce is set only if the message is from the
   * <em>child</em> itself, which never is so for messages of this network (trap 1).
   */
  static IpcEnvelope run(GatewayState state, Frame frame, SubnetId to, IpcEnvelope message) {
    Subnet child = state.child(to);
    if (!GatewayState.registered(child)) {
      // Upstream notices when it takes the actor's address for the event; all that it wrote until
      // then is undone.
      throw new RevertSignal(IpcError.NO_ADDRESS_FOR_ROOT.revert());
    }
    UInt64 nonce = child.topDownNonce();
    UInt64 original =
        message.from().subnetId().equals(child.id()) ? nonce : message.originalNonce();
    IpcEnvelope numbered = message.withNonces(nonce, original);
    state.put(SubnetChange.sentDown(child, message.value()));
    frame.emit(
        new NewTopDownMessage(child.id().actor(), numbered, numbered.tracingId())
            .toLog(frame.self()));
    return numbered;
  }
}
