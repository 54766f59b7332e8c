// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.chain.TransactionReceipt;
import io.crossline.core.follow.FollowedBlock;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;

/**
 * What a tracker needs of a block of L1.
 *
 * <p>Immutable and thread-safe.
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

  List<Log> logsOf(EthAddress core) {
    return logs.stream().filter(log -> log.emitter().equals(core)).toList();
  }

  /** This block, and those from another one on up to it, which say nothing. */
  FollowedBlock followed(UInt64 first, List<Log> read) {
    return new FollowedBlock(
        first,
        info,
        hash,
        first.equals(info.number()) ? Optional.of(parentHash) : Optional.empty(),
        FollowedBlock.digest(read::isEmpty, sponge -> TransactionReceipt.absorbLogs(read, sponge)));
  }
}
