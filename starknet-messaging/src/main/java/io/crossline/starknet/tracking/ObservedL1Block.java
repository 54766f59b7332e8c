// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import java.util.List;

/**
 * What a tracker needs of a block of L1.
 *
 * @param info its number, and its timestamp in seconds since 1970
 * @param hash its hash
 * @param parentHash the hash of the block before
 * @param logs its logs in order; those of other contracts than the core contract may be left out
 */
public record ObservedL1Block(BlockInfo info, Bytes32 hash, Bytes32 parentHash, List<Log> logs) {
  /** Copies the list. */
  public ObservedL1Block {
    logs = List.copyOf(logs);
  }

  /**
   * A block of a chain in this process.
   *
   * @param block the block
   * @return what a tracker needs of it
   */
  public static ObservedL1Block of(Block<Receipt> block) {
    return new ObservedL1Block(block.info(), block.hash(), block.parentHash(), block.logs());
  }
}
