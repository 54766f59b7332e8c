// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.checkpoint.CheckpointEpoch;
import io.crossline.ipc.event.GatewayEvent.QueuedBottomUpMessage;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/**
 * Puts a message into the batch that the next checkpoint carries up: {@code
 * LibGateway.commitBottomUpMsg}.
 */
final class BottomUpCommit {
  private BottomUpCommit() {}

  static IpcEnvelope run(GatewayState state, Frame frame, IpcEnvelope message) {
    UInt256 epoch =
        CheckpointEpoch.next(
            frame.block().number().toUInt256(), state.config.bottomUpCheckPeriod());
    UInt64 nonce = state.bottomUpNonce.get();
    UInt64 original =
        message.from().subnetId().equals(state.network) ? nonce : message.originalNonce();
    IpcEnvelope numbered = message.withNonces(nonce, original);
    state.bottomUpNonce.set(Checked.next(nonce));
    state.batches.add(epoch, numbered);
    frame.emit(new QueuedBottomUpMessage(numbered.tracingId()).toLog(frame.self()));
    return numbered;
  }
}
