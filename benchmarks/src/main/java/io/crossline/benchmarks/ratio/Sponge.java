// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

/** The arithmetic of Keccak-256. */
final class Sponge {
  private static final int RATE = 136;

  private Sponge() {}

  /** How many permutations it takes to hash so many bytes: the padding needs at least one more. */
  static int permutations(int bytes) {
    return bytes / RATE + 1;
  }
}
