// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.gateway;

import io.crossline.core.chain.Frame;
import io.crossline.core.chain.Nothing;
import io.crossline.ipc.BottomUpCheckpoint;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.event.GatewayEvent.ActivityRollupRecorded;
import io.crossline.ipc.event.GatewayEvent.BottomUpBatchRecorded;
import io.crossline.ipc.event.GatewayEvent.StateCommitmentCreated;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/**
 * Records what the checkpoint of this block commits to: {@code
 * CheckpointingFacet.commitCheckpoint}. Nothing of it is compared with anything, and the height is
 * the block's (trap 34).
 *
 * <p>Immutable and thread-safe.
 *
 * @param checkpoint the checkpoint; its height is the number of the block
 */
record CommitCheckpoint(BottomUpCheckpoint checkpoint) implements GatewayOperation<Nothing> {
  @Override
  public Nothing run(GatewayState state, Frame frame) {
    SystemActorOnly.check(frame);
    UInt64 block = frame.block().number();
    UInt256 height = block.toUInt256();
    IpcError.CHECKPOINT_ALREADY_EXISTS.when(
        height.compareTo(state.lastCheckpointHeight.get()) <= 0);
    state.lastCheckpointHeight.set(height);
    EthAddress self = frame.self();
    frame.emit(new StateCommitmentCreated(block, checkpoint.commitment()).toLog(self));
    frame.emit(new BottomUpBatchRecorded(block, checkpoint.msgs()).toLog(self));
    frame.emit(new ActivityRollupRecorded(block, checkpoint.activity()).toLog(self));
    return Nothing.NOTHING;
  }
}
