// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli;

import io.crossline.core.rpc.EthLog;
import io.crossline.messaging.Bytes32;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.EventBeforeNonces;
import java.util.Optional;

/**
 * An event of the core contract that is about no message of today.
 *
 * @param log its log
 * @param beforeNonces what it says, if it is of the time when messages had no nonce
 */
record OtherEvent(EthLog log, Optional<EventBeforeNonces> beforeNonces) {
  static OtherEvent of(EthLog log) {
    return new OtherEvent(log, CoreEvents.decodeBeforeNonces(log.toLog()));
  }

  /** What tells the event from others; nothing if the log has no topic. */
  Optional<Bytes32> topic() {
    return log.topics().stream().findFirst();
  }
}
