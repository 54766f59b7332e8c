// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.ipc.BatchInclusion;
import io.crossline.ipc.CheckpointEpoch;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.IpcReverts;
import io.crossline.ipc.bottomup.PendingBatch;
import io.crossline.ipc.bottomup.SubnetActor;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.merkle.StandardMerkleTree;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt64;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries checkpoints of one subnet up to its actor: the header, what it is made of, and then all
 * messages that are not executed yet, with their proofs, in one transaction. It decides nothing,
 * and what fails it tries again.
 */
final class Relayer {
  private final IpcSubnet child;
  private final IpcSubnet parent;
  private final SubnetActor actor;
  private final MessageTracker tracker;
  private final EthAddress account;
  private final Set<String> told = new HashSet<>();

  Relayer(IpcSubnet child, IpcSubnet parent, SubnetActor actor, MessageTracker tracker) {
    this.child = child;
    this.parent = parent;
    this.actor = actor;
    this.tracker = tracker;
    this.account = Names.account("relayer of " + child.name());
  }

  /** Brings everything that the subnet's finished blocks have and the actor has not. */
  void run() {
    boolean more = true;
    while (more) {
      more = submitNext();
    }
    for (PendingBatch pending : actor.pendingBatches()) {
      execute(pending);
    }
  }

  private boolean submitNext() {
    UInt64 height =
        UInt64.of(
            CheckpointEpoch.next(
                actor.lastSubmittedHeight().toUInt256(), actor.config().bottomUpCheckPeriod()));
    // The app hash of a block stands in the header of the one after it.
    if (child.records().blocks().head().compareTo(height) <= 0) {
      return false;
    }
    Optional<CommittedCheckpoint> checkpoint = child.records().checkpoint(height);
    if (checkpoint.isEmpty()) {
      return false;
    }
    return taken(
            height, actor.submitBottomUpCheckpoint(account, checkpoint.get().header(child.id())))
        && taken(
            height, actor.recordAppHashBreakdown(account, height, checkpoint.get().breakdown()));
  }

  private void execute(PendingBatch pending) {
    List<IpcEnvelope> messages =
        child.records().checkpoint(pending.height()).orElseThrow().messages();
    StandardMerkleTree tree = StandardMerkleTree.of(messages);
    List<BatchInclusion> inclusions = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      if (!pending.executed().contains(tree.leaves().get(i))) {
        inclusions.add(new BatchInclusion(messages.get(i), tree.proof(i)));
      }
    }
    tracker.flush(parent);
    Outcome<List<Delivery>> outcome =
        actor.execBottomUpMsgBatch(account, pending.height(), inclusions);
    if (taken(pending.height(), outcome)) {
      tracker.observe(
          parent,
          outcome.orThrow(),
          "checkpoint " + pending.height() + " of " + child.name() + ": ");
    }
  }

  private boolean taken(UInt64 height, Outcome<?> outcome) {
    return outcome.fold(
        (result, logs) -> true,
        revert -> {
          String trouble = "checkpoint " + height + " of " + child.name() + " is refused: ";
          tell(trouble + IpcReverts.describe(revert));
          return false;
        });
  }

  /** A refusal is told once, however often the relayer tries. */
  private void tell(String trouble) {
    if (told.add(trouble)) {
      tracker.tell(parent, trouble);
    }
  }
}
