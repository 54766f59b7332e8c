// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.core.abi.AbiValue;
import io.crossline.core.chain.RevertSignal;
import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.IpcError;
import io.crossline.messaging.UInt64;

/** Commits to the batch of a checkpoint: {@code LibBottomUpBatch.recordBottomUpBatchCommitment}. */
final class RecordBatchCommitment {
  private RecordBatchCommitment() {}

  /**
   * A zero root is taken too; nothing can ever be executed under it, and its height stays taken.
   */
  static void run(PendingBatches batches, UInt64 height, BatchCommitment commitment) {
    if (batches.isPending(height)) {
      throw new RevertSignal(
          IpcError.DUPLICATED_CHECKPOINT_HEIGHT.revert(AbiValue.number(height.toUInt256())));
    }
    batches.add(height, commitment);
  }
}
