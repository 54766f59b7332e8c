// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.durable;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Chain;
import io.crossline.core.network.Engine;
import io.crossline.core.network.Outbox;
import io.crossline.core.store.HeapStore;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.messaging.store.StateStore;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.l1.CoreCaller;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.StarknetCore;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many threads on one core contract through an engine: as if one thread had done it all, in the
 * order in which the engine ran it.
 */
@Timeout(120)
class ConcurrentCoreTest {
  private static final int THREADS = 8;
  private static final int COMMANDS = 400;
  private static final EthAddress CORE =
      EthAddress.parse("0xc662c410c0ecf747543f5ba90660f6abebd9c8c4");

  private final List<Ran> ran = new ArrayList<>();

  /** What a thread asks for; the same number always asks for the same. */
  private record Step(int thread, long choice) {
    String on(World world) {
      Random random = new Random(choice);
      EthAddress user = EthAddress.of(UInt256.of(100 + thread));
      CoreCaller caller = world.core.as(user);
      L2ToL1Message back =
          L2ToL1Message.of(Felt.of(7), user, Payload.of(UInt256.of(random.nextInt(3))));
      L1ToL2Message there = world.message(user, random.nextInt(40));
      return switch (random.nextInt(7)) {
        case 0, 1 ->
            text(caller.sendMessageToL2(Felt.of(5), "deposit", Payload.of(back.to()), FEE));
        case 2 -> text(caller.startL1ToL2MessageCancellation(there));
        case 3 -> text(caller.cancelL1ToL2Message(there));
        case 4 -> text(caller.mockSendMessageFromL2(back));
        case 5 -> text(caller.consumeMessageFromL2(back));
        default -> world.seal();
      };
    }

    private static final UInt256 FEE = UInt256.of(3);

    private static String text(Outcome<?> outcome) {
      return outcome.fold((result, logs) -> result + " " + logs, revert -> revert.description());
    }
  }

  private record Ran(Step step, String outcome) {}

  private static final class World {
    private final Chain chain;
    private final StarknetCore core;

    World(Chain chain) {
      this.chain = chain;
      core = StarknetCore.deploy(chain, CORE, CoreSetup.builder().withMockFunctions().build());
      if (chain.isBlockEmpty() && chain.restored().isEmpty()) {
        for (int i = 0; i < THREADS; i++) {
          chain.mint(EthAddress.of(UInt256.of(100 + i)), UInt256.of(1_000_000));
        }
      }
    }

    static World on(StateStore store) {
      return new World(new Chain("L1", FIRST, store));
    }

    private static final BlockInfo FIRST = new BlockInfo(UInt64.ONE, UInt64.of(1_700_000_000));

    L1ToL2Message message(EthAddress from, int nonce) {
      return L1ToL2Message.of(
          from, Felt.of(5), Selector.ofName("deposit"), Payload.of(from), UInt256.of(nonce));
    }

    String seal() {
      BlockInfo open = chain.block();
      return chain
          .seal(
              new BlockInfo(
                  open.number().plus(UInt64.ONE), open.timestamp().plus(UInt64.of(100_000))))
          .hash()
          .toString();
    }

    String all() {
      StringBuilder all = new StringBuilder();
      for (int i = 0; i < THREADS; i++) {
        EthAddress user = EthAddress.of(UInt256.of(100 + i));
        all.append(chain.balance(user)).append(' ');
        for (int nonce = 0; nonce < 40; nonce++) {
          Bytes32 hash = message(user, nonce).hash();
          all.append(core.l1ToL2Messages(hash)).append(core.l1ToL2MessageCancellations(hash));
        }
        for (int word = 0; word < 3; word++) {
          L2ToL1Message back = L2ToL1Message.of(Felt.of(7), user, Payload.of(UInt256.of(word)));
          all.append(core.l2ToL1Messages(back.hash()));
        }
      }
      return all.append(core.l1ToL2MessageNonce()).append(chain.block()).toString();
    }
  }

  @Test
  void manyThreadsAreAsOne() throws InterruptedException {
    HeapStore store = new HeapStore();
    World world = World.on(store);
    try (Engine engine =
        new Engine(store, new Outbox(store), MessagingMetrics.NONE, List.of(world.chain))) {
      List<Thread> threads = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        threads.add(start(engine, world, thread));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertThat(ran).hasSize(THREADS * COMMANDS);

    World alone = new World(new Chain("L1", World.FIRST));
    assertThat(ran).allSatisfy(one -> assertThat(one.step.on(alone)).isEqualTo(one.outcome));
    assertThat(world.all()).isEqualTo(alone.all());
    assertThat(ran).extracting(Ran::outcome).contains("NO_MESSAGE_TO_CANCEL");

    store.close();
    assertThat(World.on(store.reopen()).all()).isEqualTo(alone.all());
  }

  /** Some of a thread's commands wait for each other, some go off together. */
  private Thread start(Engine engine, World world, int number) {
    Thread thread =
        new Thread(
            () -> {
              Random random = new Random(number);
              List<CompletableFuture<Boolean>> futures = new ArrayList<>();
              for (int i = 0; i < COMMANDS; i++) {
                Step step = new Step(number, random.nextLong());
                futures.add(engine.submit(() -> ran.add(new Ran(step, step.on(world)))));
                if (random.nextInt(4) == 0) {
                  futures.get(futures.size() - 1).join();
                }
              }
              futures.forEach(CompletableFuture::join);
            });
    thread.start();
    return thread;
  }
}
