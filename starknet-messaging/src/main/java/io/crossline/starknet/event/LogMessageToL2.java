// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.starknet.L1ToL2Message;

/**
 * A message was sent to L2. The event has two forms with different topics 0: with the fee since
 * v0.10.0, without it before.
 *
 * <p>Immutable and thread-safe.
 *
 * @param message the message; it has a fee if the event has one
 */
public record LogMessageToL2(L1ToL2Message message) implements CoreEvent.ToL2 {
  @Override
  public Log toLog(EthAddress core) {
    return message.fee().isPresent()
        ? EventEncoder.toL2(core, EventTopics.LOG_MESSAGE_TO_L2, message, message.fee().get())
        : EventEncoder.toL2(core, EventTopics.LOG_MESSAGE_TO_L2_WITHOUT_FEE, message);
  }
}
