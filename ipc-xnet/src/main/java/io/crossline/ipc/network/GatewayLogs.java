// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.ipc.CheckpointEpoch;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/**
 * Finds the message behind a {@code QueuedBottomUpMessage}, which names only its tracing id: they
 * come in batch order.
 */
final class GatewayLogs {
  private final Gateway gateway;
  private final BlockNotes notes;
  private UInt256 epoch = UInt256.ZERO;
  private int seen;
  private boolean newBlock = true;

  GatewayLogs(Gateway gateway, BlockNotes notes) {
    this.gateway = gateway;
    this.notes = notes;
  }

  void blockEnded() {
    newBlock = true;
  }

  /** The message of the next event, in the order of the events of the open block. */
  IpcEnvelope nextQueued(UInt64 openBlock) {
    if (newBlock) {
      newBlock = false;
      rememberPlace();
      UInt256 current =
          CheckpointEpoch.next(openBlock.toUInt256(), gateway.config().bottomUpCheckPeriod());
      if (!current.equals(epoch)) {
        epoch = current;
        seen = 0;
      }
    }
    return gateway.view().batchMessage(epoch, seen++);
  }

  private void rememberPlace() {
    UInt256 epochBefore = epoch;
    int seenBefore = seen;
    notes.undo(
        () -> {
          epoch = epochBefore;
          seen = seenBefore;
          newBlock = true;
        });
  }
}
