// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ratios program: measures every promise, and reports each on a line. */
public final class RatiosCommand {
  private static final int BAD_ARGUMENTS = 2;

  private RatiosCommand() {}

  /**
   * Runs the program.
   *
   * @param args its arguments
   * @return its exit code: 0 if every promise is kept, 1 if one is not, 2 for bad arguments, 3 if
   *     one could not be measured
   */
  public static int run(List<String> args) {
    RatiosOptions options;
    try {
      options = RatiosOptions.parse(args);
    } catch (IllegalArgumentException e) {
      System.err.println("ratios: " + e.getMessage());
      return BAD_ARGUMENTS;
    }
    List<Line> lines =
        options.durable() ? DurableRounds.measure(options.effort()) : measure(options);
    System.out.print(options.json() ? JsonReport.of(lines) : TextReport.of(lines));
    return Verdict.exitCode(lines);
  }

  private static List<Line> measure(RatiosOptions options) {
    List<Line> lines = new ArrayList<>();
    // First, while nothing else is on the heap.
    List<Line> heap = HeapPerMessage.measure();
    List<Line> skipped = new ArrayList<>();
    lines.addAll(Rounds.measure(Promises.all(skipped), options.effort()));
    lines.addAll(skipped);
    lines.addAll(heap);
    lines.addAll(TreeGrowth.measure());
    Optional<Checkout> checkout = options.checkout().or(Checkout::aboveThisProgram);
    lines.addAll(LauncherCost.measure(checkout, options.effort()));
    return lines;
  }
}
