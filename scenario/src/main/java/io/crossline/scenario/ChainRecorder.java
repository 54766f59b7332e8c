// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.messaging.UInt64;

/**
 * Is shown the finished blocks of the EVM chains on which a scenario runs: L1 of Starknet, and each
 * network of IPC.
 *
 * <p>Called on the thread that runs the scenario.
 */
public interface ChainRecorder {
  /**
   * A block is finished.
   *
   * @param chain its chain: {@code L1}, or the id of a network of IPC
   * @param block the block
   */
  void sealed(String chain, Block<Receipt> block);

  /**
   * What came after a block is no longer on its chain.
   *
   * @param chain which chain
   * @param last the number of the last block that stays
   */
  void takenBack(String chain, UInt64 last);
}
