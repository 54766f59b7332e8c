// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures all ratios in one JVM: warms all of them up, then takes one round of each in turn, so
 * that whatever slows the machine down for a while slows all of them.
 */
final class Rounds {
  private Rounds() {}

  static List<Line> measure(List<Ratio> ratios, Effort effort) {
    List<RatioSampler> samplers = new ArrayList<>();
    for (Ratio ratio : ratios) {
      samplers.add(new RatioSampler(ratio, effort.rounds()));
    }
    warmUp(samplers, effort);
    for (RatioSampler sampler : samplers) {
      sampler.calibrate(effort.sampleNanos());
    }
    for (int round = 0; round < effort.rounds(); round++) {
      for (RatioSampler sampler : samplers) {
        sampler.round(round, effort.pairs());
      }
    }
    return lines(ratios, samplers);
  }

  private static void warmUp(List<RatioSampler> samplers, Effort effort) {
    // CPU time of this thread: on a busy machine, time on the wall may pass without any work.
    long end = ThreadMeter.cpuNanos() + effort.warmUpNanos();
    while (ThreadMeter.cpuNanos() < end) {
      for (RatioSampler sampler : samplers) {
        sampler.warmUp();
      }
    }
  }

  private static List<Line> lines(List<Ratio> ratios, List<RatioSampler> samplers) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < ratios.size(); i++) {
      RatioSampler sampler = samplers.get(i);
      lines.add(sampler.ratioLine());
      ratios.get(i).garbage().ifPresent(promise -> lines.add(sampler.garbageLine(promise)));
    }
    return lines;
  }
}
