// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.concurrent.TimeUnit;

/**
 * How long to measure. Quick saves on samples and never on rounds: the median needs them.
 *
 * @param rounds how many ratios each median is of
 * @param pairs how often work and baseline are sampled in a round, in alternating order
 * @param sampleNanos how long one sample is to be
 * @param warmUpNanos for how long everything runs before the first sample
 */
record Effort(int rounds, int pairs, long sampleNanos, long warmUpNanos) {
  static final Effort QUICK =
      new Effort(21, 8, TimeUnit.MILLISECONDS.toNanos(1), TimeUnit.SECONDS.toNanos(4));
  static final Effort FULL =
      new Effort(51, 12, TimeUnit.MILLISECONDS.toNanos(3), TimeUnit.SECONDS.toNanos(15));
}
