// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.ipc.IpcError;
import io.crossline.ipc.StateCommitment;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;

/**
 * Opens up the app hash of a checkpoint and commits to its batch: {@code
 * SubnetActorCheckpointingFacet.recordAppHashBreakdown}.
 */
final class RecordAppHashBreakdown {
  private RecordAppHashBreakdown() {}

  static void run(SubnetActorState state, UInt64 height, StateCommitment breakdown) {
    state.requireNext(height, state.lastCommitted.get());
    Bytes32 submitted = state.appHashes.get(height).orElse(Bytes32.ZERO);
    IpcError.APP_HASH_NOT_EQUAL.when(!AppHash.of(breakdown).equals(submitted));
    state.lastCommitted.set(height);
    if (!breakdown.msgBatchCommitment().totalNumMsgs().equals(UInt64.ZERO)) {
      state.batches.record(height, breakdown.msgBatchCommitment());
    }
  }
}
