// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.chain.RevertSignal;
import io.crossline.core.state.Cell;
import io.crossline.core.state.ObjectTable;
import io.crossline.core.state.State;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.checkpoint.CheckpointEpoch;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/** What a subnet actor keeps of checkpoints: {@code SubnetActorStorage} upstream. Journaled. */
final class SubnetActorState {
  final SubnetActorConfig config;
  final Cell<UInt64> lastSubmitted;
  final Cell<UInt64> lastCommitted;
  final ObjectTable<UInt64, Bytes32> appHashes;
  final PendingBatches batches;

  SubnetActorState(State tables, SubnetActorConfig config) {
    this.config = config;
    lastSubmitted = tables.cell("lastSubmitted", Codec.UINT64, UInt64.ZERO);
    lastCommitted = tables.cell("lastCommitted", Codec.UINT64, UInt64.ZERO);
    appHashes = tables.objectTable("appHashes", Codec.UINT64, Codec.BYTES32);
    batches = new PendingBatches(tables);
  }

  /** Heights come one period after the other, without gaps. */
  void requireNext(UInt64 height, UInt64 last) {
    IpcError.BOTTOM_UP_CHECKPOINT_ALREADY_SUBMITTED.when(height.compareTo(last) <= 0);
    UInt256 next = CheckpointEpoch.next(last.toUInt256(), config.bottomUpCheckPeriod());
    if (!next.equals(height.toUInt256())) {
      throw new RevertSignal(
          IpcError.INVALID_CHECKPOINT_EPOCH.revert(
              AbiValue.number(next), AbiValue.number(height.toUInt256())));
    }
  }
}
