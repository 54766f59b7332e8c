// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.Arrays;

/** The median: what a busy neighbour does to a few rounds does not move it. */
final class Median {
  private Median() {}

  /**
   * The value in the middle, of an even count the mean of the two.
   *
   * @param values at least one, in any order
   * @return their median
   */
  static double of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
