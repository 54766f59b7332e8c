// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.durable;

import io.crossline.core.chain.Chain;
import io.crossline.core.network.Engine;
import io.crossline.core.network.Outbox;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.l1.CoreCaller;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.SentMessage;
import io.crossline.starknet.l1.StarknetCore;
import io.crossline.store.rocksdb.RocksDbStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A core contract on a store, behind an engine, as a bridge would run it. */
final class DurableCore implements AutoCloseable {
  private static final EthAddress CORE =
      EthAddress.parse("0xc662c410c0ecf747543f5ba90660f6abebd9c8c4");
  private static final EthAddress USER =
      EthAddress.parse("0x00000000000000000000000000000000000000aa");
  private static final BlockInfo FIRST = new BlockInfo(UInt64.ONE, UInt64.of(1_700_000_000));
  private static final Selector DEPOSIT = Selector.ofName("deposit");
  private static final Payload PAYLOAD = Payload.of(Felt.of(1), Felt.of(2), Felt.of(3));
  private static final int BLOCK = 10_000;
  private static final int LAST = 3;

  private final RocksDbStore store;
  private final Chain chain;
  private final StarknetCore core;
  private final CoreCaller caller;
  private final Engine engine;
  private int inBlock;

  DurableCore(Path folder) {
    store = RocksDbStore.open(folder);
    chain = new Chain("L1", FIRST, store);
    core = StarknetCore.deploy(chain, CORE, CoreSetup.builder().build());
    caller = core.as(USER);
    engine = new Engine(store, new Outbox(store), MessagingMetrics.NONE, List.of(chain));
    engine.run(
        () -> {
          chain.mint(USER, UInt256.of(1_000_000_000));
          return true;
        });
  }

  /** Sends a message; the future completes when it is safe. */
  CompletableFuture<SentMessage> send() {
    return engine.submit(
        () -> {
          SentMessage sent =
              caller.sendMessageToL2(Felt.of(5), DEPOSIT, PAYLOAD, UInt256.ONE).orThrow();
          if (++inBlock == BLOCK) {
            inBlock = 0;
            UInt64 next = chain.block().number().plus(UInt64.ONE);
            chain.seal(new BlockInfo(next, FIRST.timestamp().plus(next)));
            chain.fixed(next.minus(UInt64.ONE));
          }
          return sent;
        });
  }

  long syncs() {
    return store.syncs();
  }

  /** How many messages were sent since the contract was deployed. */
  long sent() {
    return engine.run(() -> core.l1ToL2MessageNonce().limb(LAST));
  }

  @Override
  public void close() {
    engine.close();
    store.close();
  }
}
