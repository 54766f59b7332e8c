// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.core.chain.RevertSignal;
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
    if (root.isZero()) {
      throw new RevertSignal(IpcError.MISSING_BATCH_COMMITMENT.revert());
    }
    Bytes32 leaf = EnvelopeLeaf.of(inclusion.msg());
    if (!MerkleProof.verify(inclusion.proof(), root, leaf)) {
      throw new RevertSignal(IpcError.INVALID_INCLUSION_PROOF.revert());
    }
    if (batches.isExecuted(height, leaf)) {
      throw new RevertSignal(IpcError.BATCH_MSG_ALREADY_EXECUTED.revert());
    }
    if (UInt64.of(batches.execute(height, leaf)).equals(commitment.totalNumMsgs())) {
      batches.prune(height);
    }
  }
}
