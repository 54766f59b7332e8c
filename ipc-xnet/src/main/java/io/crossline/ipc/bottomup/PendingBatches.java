// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.core.state.JournaledSet;
import io.crossline.core.state.JournaledSets;
import io.crossline.core.state.ObjectTable;
import io.crossline.core.state.State;
import io.crossline.ipc.BatchCommitment;
import io.crossline.ipc.abi.IpcCodecs;
import io.crossline.ipc.checkpoint.BatchInclusion;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.UInt64;
import java.util.List;

/**
 * The batches of one subnet that are committed to and not executed whole: what {@code
 * LibBottomUpBatch} keeps in the actor. Journaled; not thread-safe.
 */
public final class PendingBatches {
  /** What is kept of one height. */
  private final JournaledSet<UInt64> heights;

  private final ObjectTable<UInt64, BatchCommitment> commitments;
  private final JournaledSets<UInt64, Bytes32> executed;

  /**
   * Creates it without any batch.
   *
   * @param state the state of the chain that it is kept on
   */
  public PendingBatches(State state) {
    heights = new JournaledSet<>(state, "pendingHeights", Codec.UINT64);
    commitments = state.objectTable("pendingCommitments", Codec.UINT64, IpcCodecs.BATCH_COMMITMENT);
    executed = new JournaledSets<>(state, "executedLeaves", Codec.UINT64, Codec.BYTES32);
  }

  /**
   * Commits to the batch of a checkpoint.
   *
   * @param height the checkpoint's height
   * @param commitment how many messages, and their root
   * @throws io.crossline.core.chain.RevertSignal with {@code DuplicatedCheckpointHeight}
   */
  public void record(UInt64 height, BatchCommitment commitment) {
    RecordBatchCommitment.run(this, height, commitment);
  }

  /**
   * Checks that a batch has a message and notes that it is executed.
   *
   * @param height the checkpoint's height
   * @param inclusion the message and its proof
   * @throws io.crossline.core.chain.RevertSignal with {@code MissingBatchCommitment}, {@code
   *     InvalidInclusionProof} or {@code BatchMsgAlreadyExecuted}
   */
  public void process(UInt64 height, BatchInclusion inclusion) {
    ProcessBatchMsg.run(this, height, inclusion);
  }

  /**
   * What is pending, in storage order.
   *
   * @return the batches
   */
  public List<PendingBatch> list() {
    return heights.snapshot().stream().map(this::view).toList();
  }

  boolean isPending(UInt64 height) {
    return heights.contains(height);
  }

  void add(UInt64 height, BatchCommitment commitment) {
    heights.add(height);
    commitments.put(height, commitment);
  }

  BatchCommitment commitment(UInt64 height) {
    return commitments.get(height).orElse(NONE);
  }

  boolean isExecuted(UInt64 height, Bytes32 leaf) {
    return executed.contains(height, leaf);
  }

  /** Notes that a message is executed; returns how many of its batch are. */
  int execute(UInt64 height, Bytes32 leaf) {
    executed.add(height, leaf);
    return executed.size(height);
  }

  void prune(UInt64 height) {
    heights.remove(height);
    commitments.remove(height);
    executed.clear(height);
  }

  private PendingBatch view(UInt64 height) {
    return new PendingBatch(height, commitment(height), executed.snapshot(height));
  }

  private static final BatchCommitment NONE = new BatchCommitment(UInt64.ZERO, Bytes32.ZERO);
}
