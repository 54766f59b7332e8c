// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.input;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import java.util.SplittableRandom;

/** Values without a pattern, the same ones in every run. Not thread-safe. */
public final class RandomWords {
  private static final long BELOW_TOP_OF_PRIME = 0x07ffffffffffffffL;

  private final SplittableRandom random;

  /**
   * Starts a sequence.
   *
   * @param seed which one
   */
  public RandomWords(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * Any number.
   *
   * @return the next one
   */
  public UInt256 number() {
    return UInt256.ofLimbs(
        random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
  }

  /**
   * Any number of 64 bits.
   *
   * @return the next one
   */
  public UInt64 shortNumber() {
    return UInt64.ofBits(random.nextLong());
  }

  /**
   * A felt of 251 bits or fewer.
   *
   * @return the next one
   */
  public Felt felt() {
    return Felt.ofLimbs(
        random.nextLong() & BELOW_TOP_OF_PRIME,
        random.nextLong(),
        random.nextLong(),
        random.nextLong());
  }

  /**
   * Any address.
   *
   * @return the next one
   */
  public EthAddress address() {
    return EthAddress.truncate(number());
  }

  /**
   * Any bytes.
   *
   * @param size how many
   * @return the next ones
   */
  public Bytes bytes(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return Bytes.of(bytes);
  }
}
