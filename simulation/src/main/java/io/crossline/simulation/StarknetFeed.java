// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.messaging.UInt64;
import io.crossline.simulation.audit.starknet.Execution;
import io.crossline.simulation.audit.starknet.StarknetAuditor;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.network.NetworkListener;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.util.List;

/**
 * Shows an auditor what a network's nodes would show to anybody: {@code network.listen(new
 * StarknetFeed(auditor))} before the first message.
 *
 * <p>Not thread-safe, as the auditor is not.
 *
 * @param auditor who is shown it
 */
public record StarknetFeed(StarknetAuditor auditor) implements NetworkListener {
  @Override
  public void l1Block(Block<Receipt> block) {
    auditor.l1Block(block.info(), block.logs());
  }

  @Override
  public void l2Block(Block<L2Receipt> block, List<LeftOut> leftOut) {
    auditor.l2Block(
        block.info().number(),
        block.receipts().stream()
            .map(
                receipt ->
                    new Execution(
                        receipt.handled().map(handled -> handled.message().hash()),
                        receipt.transaction().nonce().toUInt256(),
                        receipt.succeeded(),
                        receipt.messagesSent()))
            .toList());
    leftOut.forEach(message -> auditor.leftOut(message.messageHash(), message.reason()));
  }

  @Override
  public void takenBack(Layer layer, UInt64 last) {
    if (layer == Layer.L1) {
      auditor.l1TakenBack(last);
    } else {
      auditor.l2TakenBack(last);
    }
  }
}
