// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.jmh;

import io.crossline.benchmarks.input.Inputs;
import io.crossline.benchmarks.input.RandomWords;
import io.crossline.starknet.Felt;
import io.crossline.starknet.hash.PedersenHash;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Starknet's Pedersen hash. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PedersenBenchmark {
  private final Felt[] felts = new Felt[Inputs.COUNT];
  private int next;

  /** Prepares the felts. */
  public PedersenBenchmark() {
    RandomWords random = new RandomWords(5);
    for (int i = 0; i < Inputs.COUNT; i++) {
      felts[i] = random.felt();
    }
  }

  /** Two felts. */
  @Benchmark
  public Felt hash() {
    int i = next++;
    return PedersenHash.hash(felts[i & Inputs.MASK], felts[(i + 1) & Inputs.MASK]);
  }
}
