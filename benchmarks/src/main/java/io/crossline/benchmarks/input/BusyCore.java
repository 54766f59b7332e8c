// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.input;

import io.crossline.core.chain.Chain;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Int256;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.event.LogStateUpdate;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.FactRegistry;
import io.crossline.starknet.l1.ProgramOutput;
import io.crossline.starknet.l1.SentMessage;
import io.crossline.starknet.l1.StarknetCore;
import java.util.ArrayList;
import java.util.List;

/**
 * A core contract in use: {@value Inputs#COUNT} senders take turns, and L2 handles the oldest
 * messages first, so that they are long out of every cache when many are pending. Not thread-safe.
 */
public final class BusyCore {
  /** {@value}: how many messages a state update consumes. */
  public static final int UPDATE_MESSAGES = 256;

  private static final EthAddress OPERATOR = EthAddress.truncate(UInt256.of(0xf0));
  private static final UInt64 TIME = UInt64.of(1_800_000_000L);
  private static final UInt256 FEE = UInt256.of(30_000_000_000_000L);
  private static final UInt256 MUCH = UInt256.ofLimbs(0, 1, 0, 0);
  private static final UInt256 CONFIG = UInt256.of(3);

  private final Chain chain = new Chain("L1", new BlockInfo(UInt64.ONE, TIME));
  private final L1ToL2Message[] templates;
  private final StarknetCore core;
  private long block = 1;
  private long sent;
  private long handled;
  private long updates;

  /**
   * Deploys the contract, without messages.
   *
   * @param payloadWords the size of each payload
   */
  public BusyCore(int payloadWords) {
    templates = Inputs.messages(payloadWords);
    core =
        StarknetCore.deploy(
            chain,
            EthAddress.truncate(UInt256.of(0xc0de)),
            CoreSetup.builder()
                .facts(FactRegistry.acceptAll())
                .operator(OPERATOR)
                .programs(UInt256.of(1), UInt256.of(2), CONFIG)
                .l2State(UInt256.ZERO, Int256.of(0), UInt256.ZERO)
                .build());
    for (L1ToL2Message template : templates) {
      chain.mint(template.from(), MUCH);
    }
  }

  /**
   * Sends the next message.
   *
   * @return the message and its logs
   */
  public Outcome<SentMessage> send() {
    L1ToL2Message next = templates[(int) (sent++ & Inputs.MASK)];
    return core.as(next.from())
        .sendMessageToL2(next.to(), next.selector(), next.payloadWords(), FEE);
  }

  /**
   * Sends messages, and seals blocks now and then.
   *
   * @param count how many messages were sent in the end, since deployment
   */
  public void sendUpTo(int count) {
    while (sent < count) {
      send().orThrow();
      if (sent % UPDATE_MESSAGES == 0) {
        seal();
      }
    }
    seal();
  }

  /**
   * Handles the {@value #UPDATE_MESSAGES} oldest messages that were not handled yet. They need not
   * be sent yet.
   *
   * @return the output of the Starknet OS; outputs must be used in order
   */
  public ProgramOutput handleOldest() {
    List<L1ToL2Message> messages = new ArrayList<>();
    for (int i = 0; i < UPDATE_MESSAGES; i++) {
      L1ToL2Message template = templates[(int) (handled & Inputs.MASK)];
      messages.add(
          L1ToL2Message.of(
              template.from(),
              template.to(),
              template.selector(),
              template.payloadWords(),
              UInt256.of(handled++)));
    }
    // Root, number and hash of L2's blocks are all the same count.
    UInt256 before = UInt256.of(updates++);
    UInt256 after = UInt256.of(updates);
    return ProgramOutput.of(
        new ProgramOutput.Header(
            before,
            after,
            before,
            after,
            before,
            after,
            UInt256.ZERO,
            CONFIG,
            UInt256.ZERO,
            UInt256.ZERO),
        List.of(),
        messages);
  }

  /**
   * Updates the state.
   *
   * @param output what {@link #handleOldest} gave
   * @return the update and its logs
   */
  public Outcome<LogStateUpdate> update(ProgramOutput output) {
    return core.as(OPERATOR).updateState(output, UInt256.ONE, UInt256.ONE);
  }

  /** Seals the block, which lets go of its receipts. */
  public void seal() {
    chain.seal(new BlockInfo(UInt64.of(++block), TIME));
  }

  /**
   * The contract.
   *
   * @return the contract, to look at
   */
  public StarknetCore core() {
    return core;
  }
}
