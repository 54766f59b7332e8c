// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.jmh;

import io.crossline.benchmarks.input.Inputs;
import io.crossline.messaging.Bytes32;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.StarknetChain;
import io.crossline.starknet.l2.L1HandlerTransaction;
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

/** The hashes of Starknet messages, by size of the payload. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class MessageHashBenchmark {
  /** How many words the payload has. */
  @Param({"1", "3", "16"})
  public int payloadWords;

  private final L2ToL1Message[] upward = new L2ToL1Message[Inputs.COUNT];
  private L1ToL2Message[] downward = {};
  private int next;

  /** Prepares the messages. */
  @Setup
  public void prepare() {
    downward = Inputs.messages(payloadWords);
    for (int i = 0; i < Inputs.COUNT; i++) {
      L1ToL2Message message = downward[i];
      upward[i] = L2ToL1Message.of(message.to(), message.from(), message.payloadWords());
    }
  }

  /** The message hash from L1 to L2. */
  @Benchmark
  public Bytes32 l1ToL2() {
    return downward[next++ & Inputs.MASK].hash();
  }

  /** The message hash from L2 to L1. */
  @Benchmark
  public Bytes32 l2ToL1() {
    return upward[next++ & Inputs.MASK].hash();
  }

  /** The hash of the transaction that handles a message on L2, Pedersen throughout. */
  @Benchmark
  public Felt l1HandlerTransaction() {
    return L1HandlerTransaction.of(downward[next++ & Inputs.MASK], StarknetChain.MAINNET)
        .transactionHash();
  }
}
