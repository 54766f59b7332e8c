// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.ipc.trace.IpcNetworkEvent;
import io.crossline.ipc.trace.IpcNetworkEvent.BlockFinished;
import io.crossline.ipc.trace.IpcNetworkEvent.BlocksTakenBack;
import io.crossline.ipc.trace.IpcNetworkEvent.MessageDelivered;
import io.crossline.messaging.UInt64;

/**
 * Is shown what an {@link IpcNetwork} does, as somebody sees it who runs a node of each of its
 * networks. Called on the network's thread; it may read the network, but not move its clock or
 * transact on it.
 */
public interface IpcNetworkListener {
  /**
   * A block is finished.
   *
   * @param at of which network
   * @param block the block
   */
  default void sealed(IpcSubnet at, Block<Receipt> block) {}

  /**
   * What came after a block is no longer on the chain: the root was reorganised, or a node crashed
   * and lost its open block. What {@link #delivered} told of later blocks did not happen.
   *
   * @param at of which network
   * @param last the number of the last finished block that stays
   */
  default void takenBack(IpcSubnet at, UInt64 last) {}

  /**
   * A gateway applied a message that its parent or a child brought. No log tells this.
   *
   * @param at in which network, in its open block
   * @param delivery what became of the message there
   */
  default void delivered(IpcSubnet at, Delivery delivery) {}

  /**
   * Something happened, or was read from the {@link IpcNetwork#outbox}: calls one of the others.
   *
   * @param tree in which tree
   * @param event what happened there
   */
  default void happened(IpcNetwork tree, IpcNetworkEvent event) {
    IpcSubnet at = tree.at(event.network());
    if (event instanceof BlockFinished finished) {
      sealed(at, finished.block());
    } else if (event instanceof BlocksTakenBack back) {
      takenBack(at, back.last());
    } else if (event instanceof MessageDelivered delivered) {
      delivered(at, delivered.delivery());
    }
  }
}
