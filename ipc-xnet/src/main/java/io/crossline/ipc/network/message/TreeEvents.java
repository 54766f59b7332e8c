// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.network.message;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.ipc.gateway.Delivery;
import io.crossline.messaging.UInt64;

/**
 * Is told what happens in the networks of a tree, by their names.
 *
 * <p>Called on the thread that runs the tree.
 */
public interface TreeEvents {
  /** A block is finished. */
  void blockFinished(String network, Block<Receipt> block);

  /** The blocks above a number are lost. */
  void blocksTakenBack(String network, UInt64 last);

  /** A gateway has dealt with a message. */
  void delivered(String network, Delivery delivery);
}
