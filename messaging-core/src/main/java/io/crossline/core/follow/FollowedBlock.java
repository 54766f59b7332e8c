// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.follow;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A block as a follower sees it, or several of which only the last one says anything.
 *
 * @param first the number of the first block; all from there up to the last one are empty
 * @param info number and time of the last block
 * @param hash the hash of the last block
 * @param parentHash the hash of the block before the first one; nothing where it is not known
 * @param content a digest of what the follower reads in it, so that another answer about the same
 *     block is noticed
 */
public record FollowedBlock(
    UInt64 first, BlockInfo info, Bytes32 hash, Optional<Bytes32> parentHash, Bytes32 content) {
  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the first block comes after the last one
   */
  public FollowedBlock {
    if (first.compareTo(info.number()) > 0) {
      throw new IllegalArgumentException(
          "blocks: found " + first + " as the first one, must be at most " + info.number());
    }
  }

  /**
   * One block.
   *
   * @param info its number and time
   * @param hash its hash
   * @param parentHash the hash of the block before, where it is known
   * @param content a digest of what is read in it
   * @return the block
   */
  public static FollowedBlock of(
      BlockInfo info, Bytes32 hash, Optional<Bytes32> parentHash, Bytes32 content) {
    return new FollowedBlock(info.number(), info, hash, parentHash, content);
  }

  /**
   * The digest of a content.
   *
   * @param isEmpty whether there is nothing, which costs no hash
   * @param content absorbs it
   * @return the digest; zero for nothing
   */
  public static Bytes32 digest(boolean isEmpty, Consumer<Keccak256> content) {
    if (isEmpty) {
      return Bytes32.ZERO;
    }
    Keccak256 sponge = new Keccak256();
    content.accept(sponge);
    return sponge.digest();
  }
}
