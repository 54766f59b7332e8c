// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.core.follow.FollowedBlock;
import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import java.util.List;
import java.util.Optional;

/**
 * What a tracker needs of a block of L2.
 *
 * <p>Immutable and thread-safe.
 *
 * @param info its number, and its timestamp in seconds since 1970
 * @param hash its hash
 * @param parentHash the hash of the block before
 * @param receipts the receipts of its transactions, in order
 * @param leftOut the messages that the sequencer decided not to include when it made the block.
 *     Chains do not show that; it is for who has a sequencer that tells
 */
public record ObservedL2Block(
    BlockInfo info,
    Bytes32 hash,
    Bytes32 parentHash,
    List<ObservedReceipt> receipts,
    List<LeftOut> leftOut) {
  /**
   * A message that a sequencer decided not to include.
   *
   * @param messageHash which message
   * @param reason why
   */
  public record LeftOut(Bytes32 messageHash, String reason) {}

  /** Copies the lists. */
  public ObservedL2Block {
    receipts = List.copyOf(receipts);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A block as the chain shows it.
   *
   * @param info its number and timestamp
   * @param hash its hash
   * @param parentHash the hash of the block before
   * @param receipts the receipts of its transactions, in order
   */
  public ObservedL2Block(
      BlockInfo info, Bytes32 hash, Bytes32 parentHash, List<ObservedReceipt> receipts) {
    this(info, hash, parentHash, receipts, List.of());
  }

  FollowedBlock followed() {
    return FollowedBlock.of(
        info,
        hash,
        Optional.of(parentHash),
        FollowedBlock.digest(this::saysNothing, this::absorbContent));
  }

  /** Whether a tracker learns nothing from it. */
  private boolean saysNothing() {
    return leftOut.isEmpty() && receipts.stream().noneMatch(ObservedReceipt::saysSomething);
  }

  /** Absorbs what a tracker learns from it; receipts that say nothing may be left out. */
  private void absorbContent(Keccak256 sponge) {
    leftOut.forEach(message -> sponge.absorb(message.messageHash()));
    receipts.stream()
        .filter(ObservedReceipt::saysSomething)
        .forEach(receipt -> receipt.absorbInto(sponge));
  }
}
