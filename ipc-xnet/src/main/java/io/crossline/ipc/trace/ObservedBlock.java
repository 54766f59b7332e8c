// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.ipc.SubnetId;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import java.util.List;
import java.util.Optional;

/**
 * A block of one network, as far as messages are concerned.
 *
 * <p>Immutable and thread-safe.
 *
 * @param network which network
 * @param info its number and time
 * @param hash what identifies it
 * @param parentHash the hash of the block before; nothing where it is not known, as with logs that
 *     a node was asked for by address: then a reorganisation shows only where two blocks have the
 *     same number
 * @param logs what was emitted in it, in order; logs of others than the gateway may be left out
 */
public record ObservedBlock(
    SubnetId network, BlockInfo info, Bytes32 hash, Optional<Bytes32> parentHash, List<Log> logs) {
  /** Copies the logs. */
  public ObservedBlock {
    logs = List.copyOf(logs);
  }

  /**
   * A block of a chain of this process.
   *
   * @param network which network's chain it is of
   * @param block the finished block
   * @return the same block for a follower
   */
  public static ObservedBlock of(SubnetId network, Block<Receipt> block) {
    return new ObservedBlock(
        network, block.info(), block.hash(), Optional.of(block.parentHash()), block.logs());
  }
}
