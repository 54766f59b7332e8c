// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.bottomup;

import io.crossline.core.chain.Frame;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.ipc.checkpoint.BatchInclusion;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.gateway.Gateway;
import io.crossline.ipc.gateway.GatewayOperation;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;

/**
 * Executes messages of a checkpoint by their proofs: {@code
 * SubnetActorCheckpointingFacet.execBottomUpMsgBatch}. Anyone may bring any of them in any order,
 * but the gateway takes them by their nonces: what comes out of order is answered by a {@code
 * Nonce} error and lost.
 */
final class ExecBatchInclusions {
  private ExecBatchInclusions() {}

  static List<Delivery> run(
      SubnetActorState state, Frame frame, UInt64 height, List<BatchInclusion> inclusions) {
    inclusions.forEach(inclusion -> state.batches.process(height, inclusion));
    List<IpcEnvelope> messages = inclusions.stream().map(BatchInclusion::msg).toList();
    Gateway gateway = state.config.gateway();
    EthAddress at = gateway.address();
    List<Delivery> deliveries =
        frame
            .<List<Delivery>>enter(
                at,
                UInt256.ZERO,
                inner -> gateway.run(inner, GatewayOperation.execBottomUpMsgBatch(messages)))
            .orBubble();
    frame
        .enter(at, UInt256.ZERO, inner -> gateway.run(inner, GatewayOperation.propagateAll()))
        .orBubble();
    return deliveries;
  }
}
