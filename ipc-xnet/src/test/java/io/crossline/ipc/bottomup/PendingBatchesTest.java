// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.chain.RevertSignal;
import io.crossline.core.state.State;
import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.IpcAddress;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.SubnetId;
import io.crossline.ipc.checkpoint.BatchInclusion;
import io.crossline.ipc.merkle.StandardMerkleTree;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PendingBatchesTest {
  private static final UInt64 HEIGHT = UInt64.of(30);
  private static final List<IpcEnvelope> MESSAGES = List.of(message(1), message(2), message(3));
  private static final StandardMerkleTree TREE = StandardMerkleTree.of(MESSAGES);
  private static final BatchCommitment COMMITMENT = new BatchCommitment(UInt64.of(3), TREE.root());

  private final PendingBatches batches = new PendingBatches(new State());

  private static IpcEnvelope message(long value) {
    IpcAddress address = IpcAddress.of(SubnetId.root(7), EthAddress.ZERO);
    return IpcEnvelope.createTransferMsg(address, address, UInt256.of(value));
  }

  private static BatchInclusion inclusion(int index) {
    return new BatchInclusion(MESSAGES.get(index), TREE.proof(index));
  }

  private void refuses(Runnable operation, IpcError error) {
    List<PendingBatch> before = batches.list();
    assertThatThrownBy(operation::run)
        .isInstanceOfSatisfying(
            RevertSignal.class,
            signal ->
                assertThat(signal.revert().data().truncate(4))
                    .isEqualTo(error.signature().selector()));
    assertThat(batches.list()).isEqualTo(before);
  }

  @Test
  void aBatchIsExecutedInAnyOrderAndThenForgotten() {
    batches.record(HEIGHT, COMMITMENT);
    batches.process(HEIGHT, inclusion(2));
    batches.process(HEIGHT, inclusion(0));
    assertThat(batches.list())
        .containsExactly(
            new PendingBatch(
                HEIGHT, COMMITMENT, List.of(TREE.leaves().get(2), TREE.leaves().get(0))));
    batches.process(HEIGHT, inclusion(1));
    assertThat(batches.list()).isEmpty();
    batches.record(HEIGHT, COMMITMENT);
    assertThat(batches.list()).containsExactly(new PendingBatch(HEIGHT, COMMITMENT, List.of()));
  }

  @Test
  void aHeightIsRecordedOnce() {
    batches.record(HEIGHT, COMMITMENT);
    refuses(() -> batches.record(HEIGHT, COMMITMENT), IpcError.DUPLICATED_CHECKPOINT_HEIGHT);
  }

  @Test
  void aMessageNeedsACommitmentItsProofAndToBeNew() {
    refuses(() -> batches.process(HEIGHT, inclusion(0)), IpcError.MISSING_BATCH_COMMITMENT);
    batches.record(HEIGHT, COMMITMENT);
    refuses(
        () -> batches.process(HEIGHT, new BatchInclusion(MESSAGES.get(0), TREE.proof(1))),
        IpcError.INVALID_INCLUSION_PROOF);
    refuses(
        () -> batches.process(HEIGHT, new BatchInclusion(message(4), TREE.proof(0))),
        IpcError.INVALID_INCLUSION_PROOF);
    batches.process(HEIGHT, inclusion(0));
    refuses(() -> batches.process(HEIGHT, inclusion(0)), IpcError.BATCH_MSG_ALREADY_EXECUTED);
  }

  @Test
  void aZeroRootTakesItsHeightForGood() {
    batches.record(HEIGHT, new BatchCommitment(UInt64.ONE, Bytes32.ZERO));
    refuses(() -> batches.process(HEIGHT, inclusion(0)), IpcError.MISSING_BATCH_COMMITMENT);
    refuses(() -> batches.record(HEIGHT, COMMITMENT), IpcError.DUPLICATED_CHECKPOINT_HEIGHT);
  }
}
