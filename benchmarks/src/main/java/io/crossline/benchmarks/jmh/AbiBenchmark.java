// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.jmh;

import io.crossline.benchmarks.input.Inputs;
import io.crossline.benchmarks.input.RandomWords;
import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
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
import org.openjdk.jmh.infra.Blackhole;

/** Coding (address, uint256, bytes): by types known at run time, and by hand. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AbiBenchmark {
  private static final AbiType.Tuple TYPES =
      AbiType.parameters("(address to, uint256 amount, bytes data)");
  private static final int HEAD_WORDS = 3;

  private final EthAddress[] addresses = new EthAddress[Inputs.COUNT];
  private final UInt256[] amounts = new UInt256[Inputs.COUNT];
  private final Bytes[] data = new Bytes[Inputs.COUNT];
  private final AbiValue.Tuple[] values = new AbiValue.Tuple[Inputs.COUNT];
  private final Bytes[] encodings = new Bytes[Inputs.COUNT];
  private int next;

  /** Prepares values and encodings. */
  public AbiBenchmark() {
    RandomWords random = new RandomWords(4);
    for (int i = 0; i < Inputs.COUNT; i++) {
      addresses[i] = random.address();
      amounts[i] = random.number();
      data[i] = random.bytes(100);
      values[i] =
          AbiValue.tuple(
              AbiValue.address(addresses[i]), AbiValue.number(amounts[i]), AbiValue.bytes(data[i]));
      encodings[i] = AbiCoder.encode(TYPES, values[i]);
    }
  }

  /** Encode by types. */
  @Benchmark
  public Bytes encodeByTypes() {
    return AbiCoder.encode(TYPES, values[next++ & Inputs.MASK]);
  }

  /** Decode by types. */
  @Benchmark
  public AbiValue.Tuple decodeByTypes() {
    return AbiCoder.decode(TYPES, encodings[next++ & Inputs.MASK]);
  }

  /** Encode with a writer that knows the layout. */
  @Benchmark
  public Bytes encodeByHand() {
    int i = next++ & Inputs.MASK;
    AbiWriter out = AbiWriter.ofThread();
    out.word(addresses[i]).word(amounts[i]).number(32 * HEAD_WORDS).bytes(data[i]);
    return out.toBytes();
  }

  /** Decode with a reader that knows the layout. */
  @Benchmark
  public Bytes decodeByHand(Blackhole used) {
    AbiReader.Head head = new AbiReader(encodings[next++ & Inputs.MASK]).head(HEAD_WORDS);
    used.consume(head.address(0));
    used.consume(head.uint256(1));
    return head.bytes(2);
  }
}
