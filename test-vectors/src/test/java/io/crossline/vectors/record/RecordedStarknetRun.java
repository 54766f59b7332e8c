// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.record;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.core.fault.FaultPlan;
import io.crossline.core.fault.FaultProfile;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.simulation.record.CoreRecorder;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.LogMessageToL1;
import io.crossline.starknet.l2.CairoPanic;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;
import io.crossline.starknet.network.NetworkListener;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetParameters;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/** A Starknet network under rough faults, with users who send, consume and cancel. */
final class RecordedStarknetRun implements NetworkListener {
  private static final EthAddress USER =
      EthAddress.parse("0x00000000000000000000000000000000a11ce000");
  private static final Duration DELAY = Duration.ofMinutes(10);

  final StarknetNetwork network;
  final CoreRecorder recorder;
  private final Random random;
  private final Felt vault;
  private final Deque<L1ToL2Message> regretted = new ArrayDeque<>();
  private final Deque<L2ToL1Message> arrived = new ArrayDeque<>();

  RecordedStarknetRun(long seed, int mostSteps) {
    random = new Random(seed);
    StarknetParameters parameters =
        StarknetParameters.builder().messageCancellationDelay(DELAY).build();
    network =
        StarknetNetwork.builder(parameters)
            .faults(FaultPlan.seeded(seed, FaultProfile.ROUGH))
            .start();
    recorder = CoreRecorder.attach(network, mostSteps);
    network.account("user", USER, UInt256.parse("0xffffffffffff"));
    vault = network.deploy("vault", new Vault(), roles -> {});
    network.automine(false);
    network.listen(this);
  }

  /** An account that a message may fail for. */
  static final class Vault {
    @L1Handler(anyone = true)
    void deposit(L2Context context, EthAddress from, Felt answers) {
      for (long i = answers.toBigInteger().longValueExact(); i > 0; i--) {
        context.sendMessageToL1(from, Payload.cairo(Felt.of(7)));
      }
    }

    @L1Handler(anyone = true)
    void fail(L2Context context, EthAddress from) {
      throw new CairoPanic("NO");
    }
  }

  /** So many blocks of L1, with a few calls in each. */
  void run(int blocks) {
    for (int i = 0; i < blocks; i++) {
      for (int calls = random.nextInt(4); calls > 0; calls--) {
        call();
      }
      network.advance(network.parameters().l1BlockTime());
    }
  }

  private void call() {
    switch (random.nextInt(8)) {
      case 0 -> send("fail", Payload.EMPTY, 1);
      case 1 -> send("deposit", Payload.cairo(Felt.of(2)), 0);
      case 2 -> cancel();
      case 3 -> consume();
      default -> send("deposit", Payload.cairo(Felt.of(random.nextInt(3))), 5);
    }
  }

  private void send(String selector, Payload payload, long fee) {
    network
        .core(USER)
        .sendMessageToL2(vault, Selector.ofName(selector), payload, UInt256.of(fee))
        .fold(
            (sent, logs) -> random.nextInt(3) == 0 && regretted.add(sent.message()),
            revert -> false);
  }

  private void cancel() {
    L1ToL2Message message = regretted.poll();
    if (message != null && network.core().l1ToL2MessageCancellations(message.hash()).isZero()) {
      network.core(USER).startL1ToL2MessageCancellation(message);
      regretted.add(message);
    } else if (message != null) {
      network.core(USER).cancelL1ToL2Message(message);
    }
  }

  private void consume() {
    L2ToL1Message message = arrived.poll();
    if (message != null) {
      network
          .core(message.to().toEthAddress())
          .consumeMessageFromL2(message.from(), message.payloadWords());
    }
  }

  @Override
  public void l1Block(Block<Receipt> block) {
    for (CoreEvent event : CoreEvents.decodeAll(network.core().address(), block.logs())) {
      if (event instanceof LogMessageToL1 sent) {
        arrived.add(sent.message());
      }
    }
  }
}
