// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.core.network.Agreement;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.UInt64;
import java.util.List;

/** Where two books of a gateway must agree, it is looked whether they do. */
final class Books {
  private Books() {}

  /**
   * The messages of a batch are numbered without a gap, and none beyond the gateway's counter.
   *
   * @param network what people call the network
   * @param messages the batch, in its order
   * @param next the nonce that the gateway gives next
   */
  static void agree(String network, List<IpcEnvelope> messages, UInt64 next) {
    if (messages.isEmpty()) {
      return;
    }
    UInt64 expected = messages.get(0).localNonce();
    for (IpcEnvelope message : messages) {
      Agreement.require(
          () -> "nonce of message " + message.hash() + " in a batch of " + network,
          "the batch",
          message.localNonce(),
          "the order of the batch",
          expected);
      expected = expected.plus(UInt64.ONE);
    }
    UInt64 known = expected.compareTo(next) <= 0 ? expected : next;
    Agreement.require(
        () -> "nonce behind the last message in a batch of " + network,
        "the batch",
        expected,
        "the gateway's counter",
        known);
  }
}
