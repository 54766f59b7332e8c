// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.jmh;

import io.crossline.benchmarks.input.Inputs;
import io.crossline.benchmarks.input.RandomWords;
import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Keccak-256 of bytes: ours, the bare permutation, and Bouncy Castle's. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class Keccak256Benchmark {
  /** How many bytes are hashed. */
  @Param({"32", "192", "1600"})
  public int size;

  private final Bytes[] inputs = new Bytes[Inputs.COUNT];
  private final byte[][] arrays = new byte[Inputs.COUNT][];
  private final long[] lanes = new long[Keccak256.LANES];
  private final KeccakDigest reused = new KeccakDigest(256);
  private int next;

  /** Prepares the inputs. */
  @Setup
  public void prepare() {
    RandomWords random = new RandomWords(3);
    for (int i = 0; i < Inputs.COUNT; i++) {
      inputs[i] = random.bytes(size);
      arrays[i] = inputs[i].toByteArray();
    }
  }

  /** Our own. */
  @Benchmark
  public Bytes32 ours() {
    return Keccak256.hash(inputs[next++ & Inputs.MASK]);
  }

  /** One permutation: multiply by the 136 bytes begun, of the size plus one. */
  @Benchmark
  public long[] permutation() {
    Keccak256.permute(lanes);
    return lanes;
  }

  /** Bouncy Castle, one digest object for all. */
  @Benchmark
  public byte[] bouncyCastleReused() {
    return digest(reused);
  }

  /** Bouncy Castle, a digest object for each. */
  @Benchmark
  public byte[] bouncyCastleNew() {
    return digest(new KeccakDigest(256));
  }

  private byte[] digest(KeccakDigest digest) {
    byte[] input = arrays[next++ & Inputs.MASK];
    byte[] result = new byte[32];
    digest.update(input, 0, input.length);
    digest.doFinal(result, 0);
    return result;
  }
}
