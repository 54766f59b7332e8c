// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.starknet.L1ToL2Message;

/**
 * A message to L2 was cancelled by its sender; its fee stays in the contract. (Upstream spells the
 * event with one l.)
 *
 * <p>Immutable and thread-safe.
 *
 * @param message the message; the event does not tell its fee
 */
public record MessageToL2Canceled(L1ToL2Message message) implements CoreEvent.ToL2 {
  @Override
  public Log toLog(EthAddress core) {
    return EventEncoder.toL2(core, EventTopics.MESSAGE_TO_L2_CANCELED, message);
  }
}
