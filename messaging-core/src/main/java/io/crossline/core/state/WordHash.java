// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import java.util.SplittableRandom;

/**
 * Spreads keys of 256 bits over 64 bits by multiplying halves to 128 bits and folding those. The
 * seed differs from run to run, so that nobody who chooses keys can choose ones that collide.
 */
final class WordHash {
  /** What all tables of this process use. */
  static final WordHash OF_PROCESS = new WordHash(new SplittableRandom());

  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private final long seed0;
  private final long seed1;
  private final long seed2;
  private final long seed3;

  WordHash(SplittableRandom random) {
    seed0 = random.nextLong();
    seed1 = random.nextLong();
    seed2 = random.nextLong();
    seed3 = random.nextLong();
  }

  /** The hash of a key, all of whose bits are equally good. */
  long of(long k0, long k1, long k2, long k3) {
    long halves = fold(k0 ^ seed0, k1 ^ seed1) ^ fold(k2 ^ seed2, k3 ^ seed3);
    return fold(halves, GOLDEN_RATIO);
  }

  private static long fold(long a, long b) {
    return a * b ^ Math.multiplyHigh(a, b);
  }
}
