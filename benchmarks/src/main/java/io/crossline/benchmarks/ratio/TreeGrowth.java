// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import io.crossline.benchmarks.input.BusyTree;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The time for one hop in a simulated tree of a thousand networks on five levels, against one of
 * ten: everything counted, blocks, checkpoints and relays too, at the same traffic for each
 * network.
 */
final class TreeGrowth {
  private static final String NAME = "ipc-simulation-1000-subnets";
  private static final double LIMIT = 1.5;
  private static final int FEW = 10;
  private static final int MANY = 1_000;
  private static final int DEPTH = 5;
  private static final int ROUNDS = 5;
  private static final int WARM_UP_MINUTES = 3;

  private TreeGrowth() {}

  static List<Line> measure() {
    BusyTree small = new BusyTree(FEW, DEPTH);
    BusyTree large = new BusyTree(MANY, DEPTH);
    // Until as many messages arrive as are sent, and the code is compiled.
    nanosPerHop(small, WARM_UP_MINUTES * MANY / FEW);
    nanosPerHop(large, WARM_UP_MINUTES);
    double[] ratios = new double[ROUNDS];
    double[] work = new double[ROUNDS];
    double[] baseline = new double[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      baseline[i] = nanosPerHop(small, MANY / FEW);
      work[i] = nanosPerHop(large, 1);
      ratios[i] = work[i] / baseline[i];
    }
    return List.of(
        Line.of(
            NAME,
            Line.RATIO,
            Median.of(ratios),
            LIMIT,
            ROUNDS,
            new Cost(Median.of(work), OptionalDouble.empty()),
            new Cost(Median.of(baseline), OptionalDouble.empty())));
  }

  private static double nanosPerHop(BusyTree tree, int minutes) {
    long before = tree.minute();
    long start = ThreadMeter.cpuNanos();
    long hops = before;
    for (int i = 0; i < minutes; i++) {
      hops = tree.minute();
    }
    return (double) (ThreadMeter.cpuNanos() - start) / (hops - before);
  }
}
