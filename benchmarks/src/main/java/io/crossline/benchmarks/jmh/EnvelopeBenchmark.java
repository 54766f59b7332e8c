// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.jmh;

import io.crossline.benchmarks.input.Inputs;
import io.crossline.ipc.IpcEnvelope;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;
import java.util.concurrent.TimeUnit;
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

/** Hashing, encoding and decoding IPC envelopes, by depth of both subnets. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EnvelopeBenchmark {
  /** How deep both subnets lie. */
  @Param({"1", "3"})
  public int depth;

  /** How many message bytes there are. */
  @Param({"200"})
  public int messageBytes;

  private final Bytes[] encodings = new Bytes[Inputs.COUNT];
  private IpcEnvelope[] envelopes = {};
  private int next;

  /** Prepares the envelopes. */
  @Setup
  public void prepare() {
    envelopes = Inputs.envelopes(depth, messageBytes);
    for (int i = 0; i < Inputs.COUNT; i++) {
      encodings[i] = envelopes[i].encoded();
    }
  }

  /** Encode and hash. */
  @Benchmark
  public Bytes32 hash() {
    return envelopes[next++ & Inputs.MASK].hash();
  }

  /** The hash that is the same at every hop, of an envelope that does not know it yet. */
  @Benchmark
  public Bytes32 tracingId() {
    IpcEnvelope known = envelopes[next++ & Inputs.MASK];
    return known.withNonces(UInt64.ZERO, UInt64.of(next)).tracingId();
  }

  /** Encode. */
  @Benchmark
  public Bytes encode() {
    return envelopes[next++ & Inputs.MASK].encoded();
  }

  /** Decode. */
  @Benchmark
  public IpcEnvelope decode() {
    return IpcEnvelope.decode(encodings[next++ & Inputs.MASK]);
  }
}
