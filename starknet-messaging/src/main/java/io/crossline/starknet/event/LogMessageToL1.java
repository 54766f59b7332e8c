// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.starknet.L2ToL1Message;

/**
 * A message from L2 has arrived with a state update and can be consumed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param message the message; the event cuts a receiver above 160 bits, whose hash is then not the
 *     stored one
 */
public record LogMessageToL1(L2ToL1Message message) implements CoreEvent.ToL1 {
  @Override
  public Log toLog(EthAddress core) {
    return EventEncoder.toL1(core, EventTopics.LOG_MESSAGE_TO_L1, message);
  }
}
