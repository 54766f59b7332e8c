// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;

/**
 * How much of one kind of gas a transaction may use, and at what price.
 *
 * <p>Immutable and thread-safe.
 *
 * @param maxAmount the most units of gas
 * @param maxPricePerUnit the most that a unit may cost, in fri, below 2^128
 */
public record ResourceBounds(UInt64 maxAmount, UInt256 maxPricePerUnit) {
  /** Nothing, at no price. */
  public static final ResourceBounds ZERO = new ResourceBounds(UInt64.ZERO, UInt256.ZERO);

  private static final int PRICE_BITS = 128;

  /**
   * Checks the price.
   *
   * @throws IllegalArgumentException if it is 2^128 or more
   */
  public ResourceBounds {
    if (maxPricePerUnit.bitLength() > PRICE_BITS) {
      throw new IllegalArgumentException(
          "maxPricePerUnit: " + maxPricePerUnit + " must be below 2^128");
    }
  }

  /** The felt that a transaction hash takes: name, amount and price, 60, 64 and 128 bits. */
  Felt packed(String name) {
    return Felt.ofLimbs(
        Felt.fromShortString(name).limb(3),
        maxAmount.bits(),
        maxPricePerUnit.limb(2),
        maxPricePerUnit.limb(3));
  }
}
