// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.util.OptionalDouble;
import java.util.function.IntFunction;

/**
 * Takes the samples of one ratio and keeps those of each round. Every result goes into a field that
 * outlives it, so that it must really be made.
 */
final class RatioSampler {
  private final Ratio ratio;
  private final int inputs;
  private final Object[] sink;
  private final Side work;
  private final Side baseline;
  private final double[] ratios;
  private final double[] garbage;
  private int operations;

  RatioSampler(Ratio ratio, int rounds) {
    this.ratio = ratio;
    inputs = ratio.inputs();
    sink = new Object[inputs];
    operations = inputs;
    work = new Side(rounds);
    baseline = new Side(rounds);
    ratios = new double[rounds];
    garbage = new double[rounds];
  }

  /** Runs everything that a round runs, and keeps nothing. */
  void warmUp() {
    ratio.prepare(inputs);
    runWork(inputs);
    runBaseline(inputs);
    ratio.garbage().ifPresent(promise -> runResult(promise.resultAlone(), inputs));
  }

  /** Finds how many operations make a sample of the given length: whole turns over the inputs. */
  void calibrate(long sampleNanos) {
    int turns = 1;
    long nanos = timeOf(turns);
    while (nanos < sampleNanos && turns < 1 << 20) {
      turns *= 2;
      nanos = timeOf(turns);
    }
    operations = inputs * (int) Math.max(1, turns * sampleNanos / Math.max(1, nanos));
  }

  private long timeOf(int turns) {
    long start = ThreadMeter.cpuNanos();
    runBaseline(turns * inputs);
    return ThreadMeter.cpuNanos() - start;
  }

  /** Samples both sides next to each other, now the one first and now the other. */
  void round(int round, int pairs) {
    for (int pair = 0; pair < pairs; pair++) {
      if (((round + pair) & 1) == 0) {
        sampleWork(round);
        sampleBaseline(round);
      } else {
        sampleBaseline(round);
        sampleWork(round);
      }
    }
    double count = (double) pairs * operations;
    ratios[round] = work.nanos[round] / baseline.nanos[round];
    ratio
        .garbage()
        .ifPresent(
            promise ->
                garbage[round] = work.bytes[round] / count - sizeOfResult(promise.resultAlone()));
    work.divide(round, count);
    baseline.divide(round, count);
  }

  private void sampleWork(int round) {
    ratio.prepare(operations);
    long bytes = ThreadMeter.allocatedBytes();
    long start = ThreadMeter.cpuNanos();
    runWork(operations);
    work.nanos[round] += ThreadMeter.cpuNanos() - start;
    work.bytes[round] += ThreadMeter.allocatedBytes() - bytes;
  }

  private void sampleBaseline(int round) {
    long bytes = ThreadMeter.allocatedBytes();
    long start = ThreadMeter.cpuNanos();
    runBaseline(operations);
    baseline.nanos[round] += ThreadMeter.cpuNanos() - start;
    baseline.bytes[round] += ThreadMeter.allocatedBytes() - bytes;
  }

  private double sizeOfResult(IntFunction<Object> resultAlone) {
    long bytes = ThreadMeter.allocatedBytes();
    runResult(resultAlone, operations);
    return (double) (ThreadMeter.allocatedBytes() - bytes) / operations;
  }

  private void runWork(int times) {
    for (int i = 0; i < times; i++) {
      sink[i & inputs - 1] = ratio.work(i & inputs - 1);
    }
  }

  private void runBaseline(int times) {
    for (int i = 0; i < times; i++) {
      sink[i & inputs - 1] = ratio.baseline(i & inputs - 1);
    }
  }

  private void runResult(IntFunction<Object> resultAlone, int times) {
    for (int i = 0; i < times; i++) {
      sink[i & inputs - 1] = resultAlone.apply(i & inputs - 1);
    }
  }

  Line ratioLine() {
    return Line.of(
        ratio.name(),
        Line.RATIO,
        Median.of(ratios),
        ratio.limit(),
        ratios.length,
        work.cost(),
        baseline.cost());
  }

  Line garbageLine(Garbage promise) {
    return Line.of(
        ratio.name() + "-garbage",
        Line.BYTES,
        Median.of(garbage),
        promise.limit(),
        garbage.length,
        work.cost(),
        baseline.cost());
  }

  /** What one side cost in each round. */
  private static final class Side {
    private final double[] nanos;
    private final double[] bytes;

    Side(int rounds) {
      nanos = new double[rounds];
      bytes = new double[rounds];
    }

    void divide(int round, double count) {
      nanos[round] /= count;
      bytes[round] /= count;
    }

    Cost cost() {
      return new Cost(Median.of(nanos), OptionalDouble.of(Median.of(bytes)));
    }
  }
}
