// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.checkpoint.BatchInclusion;
import io.crossline.ipc.merkle.EnvelopeLeaf;
import io.crossline.ipc.merkle.MerkleProof;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;

/** Takes one message of a batch by its proof: {@code LibBottomUpBatch.processBottomUpBatchMsg}. */
final class ProcessBatchMsg {
  private ProcessBatchMsg() {}

  static void run(PendingBatches batches, UInt64 height, BatchInclusion inclusion) {
    BatchCommitment commitment = batches.commitment(height);
    Bytes32 root = commitment.msgsRoot();
    IpcError.MISSING_BATCH_COMMITMENT.when(root.isZero());
    Bytes32 leaf = EnvelopeLeaf.of(inclusion.msg());
    IpcError.INVALID_INCLUSION_PROOF.when(!MerkleProof.verify(inclusion.proof(), root, leaf));
    IpcError.BATCH_MSG_ALREADY_EXECUTED.when(batches.isExecuted(height, leaf));
    if (UInt64.of(batches.execute(height, leaf)).equals(commitment.totalNumMsgs())) {
      batches.prune(height);
    }
  }
}
