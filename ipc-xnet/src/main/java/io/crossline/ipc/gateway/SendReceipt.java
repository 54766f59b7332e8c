// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.OutcomeType;
import java.util.Optional;

/**
 * Answers a message with a Result: {@code LibGateway.sendReceipt}. Nothing is validated and nothing
 * burnt (trap 6).
 */
final class SendReceipt {
  private SendReceipt() {}

  /**
   * The Result as it was committed; nothing for an empty message or one that is a Result itself
   * (trap 5).
   */
  static Optional<IpcEnvelope> run(
      GatewayState state, Frame frame, IpcEnvelope original, OutcomeType outcome, Bytes ret) {
    if (original.isEmpty() || original.kind() == EnvelopeKind.RESULT) {
      return Optional.empty();
    }
    IpcEnvelope result = IpcEnvelope.createResultMsg(original, outcome, ret);
    return Optional.of(CommitValidated.run(state, frame, result).message());
  }
}
