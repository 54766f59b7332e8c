// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.util.List;

/**
 * Is shown what a {@link StarknetNetwork} does, as an indexer of both layers would see it. Called
 * on the network's thread; it may read the network, but not move its clock or transact on it.
 */
public interface NetworkListener {
  /**
   * A block of L1 is finished.
   *
   * @param block the block
   */
  default void l1Block(Block<Receipt> block) {}

  /**
   * A block of L2 is finished.
   *
   * @param block the block
   * @param leftOut the messages that the sequencer decided not to include, and why
   */
  default void l2Block(Block<L2Receipt> block, List<LeftOut> leftOut) {}

  /**
   * The latest blocks of a layer are no longer on the chain: L1 was reorganised, or a state update
   * was refused.
   *
   * @param layer which chain
   * @param last the number of the last block that stays
   */
  default void takenBack(Layer layer, UInt64 last) {}

  /**
   * Blocks of a layer cannot be taken back any more. Not told of every block: the next time covers
   * those before.
   *
   * @param layer which chain
   * @param last the number of the last final block
   */
  default void finalized(Layer layer, UInt64 last) {}

  /**
   * The operator sent a state update.
   *
   * @param output the program output that it carries
   * @param outcome what the core contract made of it
   */
  default void stateUpdate(ProgramOutput output, Outcome<LogStateUpdate> outcome) {}
}
