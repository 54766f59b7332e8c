// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.Bytes32;

/**
 * What tells one message from every other. The direction is part of it, because messages of both
 * directions can have the same hash; so is a copy number, because equal messages from L2 have equal
 * hashes and are only counted.
 *
 * <p>Immutable and thread-safe.
 *
 * @param direction which way it goes
 * @param hash its message hash as L1's events give it. It differs from the hash of the message
 *     itself only where a message from L2 names a receiver above 160 bits, which the event cuts
 * @param copy which of the equal messages, counted from 0 in the order in which they are sent,
 *     arrive and are consumed; always 0 from L1 to L2, where the nonce makes a hash unique
 */
public record MessageId(Direction direction, Bytes32 hash, long copy) {
  /**
   * A message from L1 to L2.
   *
   * @param hash its message hash
   * @return its id
   */
  public static MessageId toL2(Bytes32 hash) {
    return new MessageId(Direction.L1_TO_L2, hash, 0);
  }

  /**
   * A message from L2 to L1.
   *
   * @param hash its message hash
   * @param copy which of the equal messages, from 0 on
   * @return its id
   */
  public static MessageId toL1(Bytes32 hash, long copy) {
    return new MessageId(Direction.L2_TO_L1, hash, copy);
  }

  /** Such as {@code L2 → L1 0x12… copy 1}; the copy is left out if it is 0. */
  @Override
  public String toString() {
    return direction + " " + hash + (copy == 0 ? "" : " copy " + copy);
  }
}
