// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.follow;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A block as a follower sees it, or several of which only the last one says anything.
 *
 * <p>Immutable and thread-safe.
 *
 * @param first the number of the first block; all from there up to the last one are empty
 * @param info number and time of the last block
 * @param hash the hash of the last block
 * @param parentHash the hash of the block before the first one; nothing where it is not known
 * @param content gives a digest of what the follower reads in it, so that another answer about the
 *     same block is noticed; asked only when a block is shown again, because most never are
 */
public record FollowedBlock(
    UInt64 first,
    BlockInfo info,
    Bytes32 hash,
    Optional<Bytes32> parentHash,
    Supplier<Bytes32> content) {
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
   * @param content gives a digest of what is read in it
   * @return the block
   */
  public static FollowedBlock of(
      BlockInfo info, Bytes32 hash, Optional<Bytes32> parentHash, Supplier<Bytes32> content) {
    return new FollowedBlock(info.number(), info, hash, parentHash, content);
  }

  /**
   * The digest of a content.
   *
   * @param isEmpty tells whether there is nothing, which costs no hash
   * @param content absorbs it
   * @return gives the digest, computed anew at each call; zero for nothing
   */
  public static Supplier<Bytes32> digest(BooleanSupplier isEmpty, Consumer<Keccak256> content) {
    return () -> {
      if (isEmpty.getAsBoolean()) {
        return Bytes32.ZERO;
      }
      Keccak256 sponge = new Keccak256();
      content.accept(sponge);
      return sponge.digest();
    };
  }
}
