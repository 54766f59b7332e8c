// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.starknet.L1ToL2Message;

/**
 * A message to L2 was consumed: L2 has handled it, and a state update proved that.
 *
 * <p>Immutable and thread-safe.
 *
 * @param message the message; the event does not tell its fee
 */
public record ConsumedMessageToL2(L1ToL2Message message) implements CoreEvent.ToL2 {
  @Override
  public Log toLog(EthAddress core) {
    return EventEncoder.toL2(core, EventTopics.CONSUMED_MESSAGE_TO_L2, message);
  }
}
