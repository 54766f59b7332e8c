// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.UInt256;

/** Numbers with a sign, as their two's complement in 256 bits. */
final class SignedWord {
  private SignedWord() {}

  /** Whether all bits from the sign bit of an intN on are equal. */
  static boolean fits(UInt256 word, int bits) {
    boolean negative = word.limb(0) < 0;
    UInt256 magnitude = negative ? UInt256.MAX.minusWrapping(word) : word;
    return magnitude.bitLength() < bits;
  }
}
