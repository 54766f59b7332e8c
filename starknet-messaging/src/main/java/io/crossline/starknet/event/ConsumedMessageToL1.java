// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.starknet.L2ToL1Message;

/**
 * A message from L2 was consumed by the L1 contract that it is for.
 *
 * <p>Immutable and thread-safe.
 *
 * @param message the message
 */
public record ConsumedMessageToL1(L2ToL1Message message) implements CoreEvent.ToL1 {
  @Override
  public Log toLog(EthAddress core) {
    return EventEncoder.toL1(core, EventTopics.CONSUMED_MESSAGE_TO_L1, message);
  }
}
