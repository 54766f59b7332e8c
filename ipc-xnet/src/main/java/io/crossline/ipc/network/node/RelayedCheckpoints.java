// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.node;

import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.bottomup.PendingBatch;
import io.crossline.ipc.bottomup.SubnetActor;
import io.crossline.ipc.checkpoint.BatchInclusion;
import io.crossline.ipc.checkpoint.CheckpointEpoch;
import io.crossline.ipc.merkle.StandardMerkleTree;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which checkpoints a subnet has and its actor in the parent network has not, by both chains.
 *
 * <p>Not thread-safe: one thread uses a tree at a time.
 */
public record RelayedCheckpoints(TreeMember child, TreeMember parent, SubnetActor actor) {
  /** The height whose header is due next; nothing if the subnet is not that far. */
  Optional<UInt64> nextHeader() {
    return Optional.of(after(actor.lastSubmittedHeight())).filter(this::isReady);
  }

  /** The height whose header is taken and not opened up yet. */
  Optional<UInt64> nextBreakdown() {
    UInt64 committed = actor.lastCommittedHeight();
    return committed.compareTo(actor.lastSubmittedHeight()) < 0
        ? Optional.of(after(committed))
        : Optional.empty();
  }

  /** The height of the checkpoint after another one. */
  UInt64 after(UInt64 height) {
    return UInt64.of(
        CheckpointEpoch.next(height.toUInt256(), actor.config().bottomUpCheckPeriod()));
  }

  /** Whether the subnet is so far: the app hash of a block stands in the header after it. */
  boolean isReady(UInt64 height) {
    return child.blocks().head().compareTo(height) > 0;
  }

  /** Batches that are not executed whole, in the order in which their messages are numbered. */
  List<PendingBatch> pending() {
    List<PendingBatch> batches = new ArrayList<>(actor.pendingBatches());
    batches.sort(Comparator.comparing(PendingBatch::height));
    return batches;
  }

  /** The lowest height of which something is to be brought. */
  Optional<UInt64> firstDue() {
    return actor.pendingBatches().stream()
        .map(PendingBatch::height)
        .min(Comparator.naturalOrder())
        .or(this::nextBreakdown)
        .or(this::nextHeader);
  }

  /** From which block on the subnet's blocks are still needed for this. */
  UInt64 neededFrom() {
    return actor.pendingBatches().stream()
        .map(PendingBatch::height)
        .min(Comparator.naturalOrder())
        .orElseGet(() -> actor.lastCommittedHeight().plus(UInt64.ONE));
  }

  /** The messages of a batch that are not executed, with their proofs. */
  List<BatchInclusion> remaining(PendingBatch pending) {
    List<IpcEnvelope> messages = child.checkpoint(pending.height()).orElseThrow().messages();
    StandardMerkleTree tree = StandardMerkleTree.of(messages);
    Set<Bytes32> executed = new HashSet<>(pending.executed());
    List<BatchInclusion> inclusions = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      if (!executed.contains(tree.leaves().get(i))) {
        inclusions.add(new BatchInclusion(messages.get(i), tree.proof(i)));
      }
    }
    return inclusions;
  }
}
