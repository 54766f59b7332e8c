// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.ipc.ActivityCommitment;
import io.crossline.ipc.ActivityRollup;
import io.crossline.ipc.AggregatedStats;
import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.BottomUpCheckpoint;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.StateCommitment;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.SystemActors;
import io.crossline.ipc.merkle.StandardMerkleTree;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;

/**
 * What a subnet's node does at the end of a block: where a batch is due, or a period is over, it
 * commits to the batch and to the state. The state root is the hash of the block before; validators
 * and their activity are not modelled.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public final class CheckpointCutter {
  private static final AggregatedStats NO_ACTIVITY = new AggregatedStats(UInt64.ZERO, UInt64.ZERO);

  private final Gateway gateway;
  private final long period;

  public CheckpointCutter(Gateway gateway, long period) {
    this.gateway = gateway;
    this.period = period;
  }

  /** The messages of the checkpoint; nothing if none is due. */
  Optional<List<IpcEnvelope>> run(UInt64 block, Bytes32 blockBefore) {
    UInt256 height = block.toUInt256();
    if (block.longValueExact() % period != 0 && gateway.view().batchSize(height) == 0) {
      return Optional.empty();
    }
    List<IpcEnvelope> messages = gateway.view().bottomUpMsgBatch(height).msgs();
    Books.agree(gateway.network().toString(), messages, gateway.view().bottomUpNonce());
    gateway
        .as(SystemActors.SYSTEM_ACTOR)
        .commitCheckpoint(checkpoint(messages, blockBefore))
        .orThrow();
    return Optional.of(messages);
  }

  private static BottomUpCheckpoint checkpoint(List<IpcEnvelope> messages, Bytes32 blockBefore) {
    Bytes stateRoot = blockBefore.toBytes();
    Bytes32 root = messages.isEmpty() ? Bytes32.ZERO : StandardMerkleTree.of(messages).root();
    return new BottomUpCheckpoint(
        new StateCommitment(
            stateRoot,
            new BatchCommitment(UInt64.of(messages.size()), root),
            UInt64.ZERO,
            new ActivityCommitment(NO_ACTIVITY, Bytes32.ZERO)),
        messages,
        new ActivityRollup(NO_ACTIVITY, List.of()));
  }
}
