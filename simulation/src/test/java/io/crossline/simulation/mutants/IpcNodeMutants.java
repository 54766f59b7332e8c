// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.mutants;

import static io.crossline.simulation.mutants.Mutant.ipc;

import java.util.List;

/** Broken nodes, relayers and subnet actors. */
final class IpcNodeMutants {
  private IpcNodeMutants() {}

  static List<Mutant> down() {
    return List.of(
        ipc(
            "messages down applied twice",
            "topdown/TopDownExecution",
            "return gateway.run(frame, GatewayOperation.applyCrossMessages(messages));",
            """
            gateway.run(frame, GatewayOperation.applyCrossMessages(messages));
            return gateway.run(frame, GatewayOperation.applyCrossMessages(messages));
            """,
            "I10"),
        ipc(
            "coins not minted",
            "topdown/TopDownExecution",
            "chain.mint(gateway.address(), minted);",
            "",
            "I25"),
        ipc(
            "coins minted twice",
            "topdown/TopDownExecution",
            "chain.mint(gateway.address(), minted);",
            "chain.mint(gateway.address(), minted.plus(minted));",
            "I25"),
        ipc(
            "parent finality skips a block",
            "topdown/TopDownExecution",
            "UInt64.of(last).plus(UInt64.ONE)",
            "UInt64.of(last).plus(UInt64.of(2))",
            "I29"),
        ipc(
            "last block of the parent read once more",
            "topdown/TopDownExecution",
            "UInt64.of(last).plus(UInt64.ONE)",
            "UInt64.of(last)",
            "I10"),
        ipc(
            "blocks of the parent taken before they are final",
            "topdown/FinalityVoter",
            "long height = head - depth;",
            "long height = head;",
            "I10"));
  }

  static List<Mutant> up() {
    return List.of(
        ipc(
            "executed leaves not marked",
            "bottomup/ProcessBatchMsg",
            "when(batches.isExecuted(height, leaf));",
            "when(batches.isExecuted(height, leaf) && root.isZero());",
            "I10"),
        ipc(
            "lost relay",
            "network/node/RelayedCheckpoints",
            "for (int i = 0; i < messages.size(); i++) {",
            "for (int i = 0; i < messages.size() - 1; i++) {",
            "I29"),
        ipc(
            "postbox of the root never emptied",
            "bottomup/ExecBatchInclusions",
            "inner -> gateway.run(inner, GatewayOperation.propagateAll())",
            "inner -> inner.self()",
            "I29"),
        ipc(
            "checkpoint without its last message",
            "network/node/CheckpointCutter",
            "gateway.view().bottomUpMsgBatch(height).msgs();",
            """
            gateway
                .view()
                .bottomUpMsgBatch(height)
                .msgs()
                .subList(0, Math.max(0, gateway.view().batchSize(height) - 1));
            """,
            "I4"),
        ipc(
            "checkpoint in the wrong order",
            "network/node/CheckpointCutter",
            "List<IpcEnvelope> messages = gateway.view().bottomUpMsgBatch(height).msgs();",
            """
            List<IpcEnvelope> messages =
                new java.util.ArrayList<>(gateway.view().bottomUpMsgBatch(height).msgs());
            java.util.Collections.reverse(messages);
            """,
            "I4"),
        ipc(
            "every second checkpoint left out",
            "network/node/CheckpointCutter",
            "block.longValueExact() % period != 0",
            "block.longValueExact() % (2 * period) != 0",
            "I4"),
        ipc(
            "value changed in the batch",
            "gateway/BottomUpCommit",
            "state.batches.add(epoch, numbered);",
            """
            state.batches.add(
                epoch,
                new IpcEnvelope(
                    numbered.kind(),
                    numbered.localNonce(),
                    numbered.originalNonce(),
                    UInt256.ZERO,
                    numbered.to(),
                    numbered.from(),
                    numbered.message()));
            """,
            "I4"),
        ipc(
            "height of the checkpoint not kept",
            "gateway/CommitCheckpoint",
            "state.lastCheckpointHeight.set(height);",
            "",
            "I24"));
  }
}
