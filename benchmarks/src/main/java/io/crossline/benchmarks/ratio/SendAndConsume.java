// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import io.crossline.benchmarks.input.BusyCore;
import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Outcome;
import io.crossline.starknet.l1.ProgramOutput;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * 256 messages sent through the core contract's typed face, and the 256 oldest consumed by a state
 * update, with all checks and logs. Measured against the bare permutations that it cannot do
 * without: both hashes of each message, and the update's own hashes. Sealing a block, which hashes
 * all logs, is not part of it.
 */
final class SendAndConsume implements Ratio {
  private static final int PAYLOAD_WORDS = 3;
  private static final int WORD_BYTES = 32;
  private static final int MESSAGE_WORDS = 5 + PAYLOAD_WORDS;
  private static final int OUTPUT_WORDS =
      ProgramOutput.HEADER_SIZE + 2 + BusyCore.UPDATE_MESSAGES * MESSAGE_WORDS;
  private static final int FACT_WORDS = 4;
  private static final int PROVEN_FACT_WORDS = 2;
  private static final int PERMUTATIONS =
      2 * BusyCore.UPDATE_MESSAGES * permutations(MESSAGE_WORDS)
          + permutations(OUTPUT_WORDS)
          + permutations(FACT_WORDS)
          + permutations(PROVEN_FACT_WORDS);

  private final String name;
  private final double limit;
  private final BusyCore core = new BusyCore(PAYLOAD_WORDS);
  private final Queue<ProgramOutput> outputs = new ArrayDeque<>();
  private final long[] lanes = new long[Keccak256.LANES];

  /**
   * Makes messages pending.
   *
   * @param name the name of the line
   * @param pending how many messages are pending all the time
   * @param limit the largest ratio
   */
  SendAndConsume(String name, int pending, double limit) {
    this.name = name;
    this.limit = limit;
    core.sendUpTo(pending);
    prepare(1);
    check(outputs.element());
  }

  private static int permutations(int words) {
    return Sponge.permutations(WORD_BYTES * words);
  }

  private void check(ProgramOutput output) {
    Bytes32 first = output.messagesToL2().get(0).hash();
    boolean wasPending = !core.core().l1ToL2Messages(first).isZero();
    int logs = ((Outcome<?>) work(0)).logs().size();
    boolean isPending = !core.core().l1ToL2Messages(first).isZero();
    if (!wasPending || isPending || logs != BusyCore.UPDATE_MESSAGES + 2) {
      throw new IllegalStateException(name + ": the update does not consume the messages");
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public double limit() {
    return limit;
  }

  @Override
  public int inputs() {
    return 1;
  }

  @Override
  public void prepare(int operations) {
    core.seal();
    while (outputs.size() < operations) {
      outputs.add(core.handleOldest());
    }
  }

  @Override
  public Object work(int input) {
    for (int i = 0; i < BusyCore.UPDATE_MESSAGES; i++) {
      core.send().orThrow();
    }
    var outcome = core.update(outputs.remove());
    outcome.orThrow();
    return outcome;
  }

  @Override
  public Object baseline(int input) {
    for (int i = 0; i < PERMUTATIONS; i++) {
      Keccak256.permute(lanes);
    }
    return lanes;
  }
}
