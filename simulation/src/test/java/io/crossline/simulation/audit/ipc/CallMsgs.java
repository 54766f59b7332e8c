// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.CallMsg;
import io.crossline.ipc.EnvelopeKind;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes;

/** What calls of the tests say. */
final class CallMsgs {
  private CallMsgs() {}

  static boolean says(IpcEnvelope envelope, String word) {
    return envelope.kind() == EnvelopeKind.CALL
        && CallMsg.decode(envelope.message()).method().equals(Bytes.utf8(word));
  }
}
