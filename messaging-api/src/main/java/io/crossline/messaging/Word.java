// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * A value that fills one 32-byte big-endian word of a contract: of its storage, its calldata, or a
 * preimage that it hashes. Implementations are immutable.
 */
public interface Word {
  /**
   * One quarter of the word.
   *
   * @param index 0 for the most significant eight bytes, 3 for the least significant ones
   * @return the eight bytes as a big-endian long
   * @throws IndexOutOfBoundsException if the index is not 0 to 3
   */
  long limb(int index);

  /**
   * The word as bytes.
   *
   * @return all 32 bytes
   */
  default Bytes32 toBytes32() {
    return Bytes32.ofLimbs(limb(0), limb(1), limb(2), limb(3));
  }
}
