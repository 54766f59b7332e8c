// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.message;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.checkpoint.CheckpointEpoch;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/**
 * Finds the message behind a {@code QueuedBottomUpMessage}, which names only its tracing id: they
 * come in batch order.
 */
final class GatewayLogs {
  private final Gateway gateway;
  private UInt256 epoch = UInt256.ZERO;
  private int seen;
  private boolean newBlock = true;

  GatewayLogs(Gateway gateway) {
    this.gateway = gateway;
  }

  /** All messages that the gateway holds were seen: what comes next is new. */
  void resume(UInt64 openBlock) {
    newBlock = true;
    epoch = epochOf(openBlock);
    seen = gateway.view().batchSize(epoch);
  }

  /** The epoch in whose checkpoint goes what is queued in a block. */
  UInt256 epochOf(UInt64 block) {
    return CheckpointEpoch.next(block.toUInt256(), gateway.config().bottomUpCheckPeriod());
  }

  void blockEnded() {
    newBlock = true;
  }

  /** The message of the next event, in the order of the events of the open block. */
  IpcEnvelope nextQueued(UInt64 openBlock) {
    if (newBlock) {
      newBlock = false;
      UInt256 current = epochOf(openBlock);
      if (!current.equals(epoch)) {
        epoch = current;
        seen = 0;
      }
    }
    return gateway.view().batchMessage(epoch, seen++);
  }
}
