// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb.crash;

import io.crossline.core.network.Subscription;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetParameters;
import io.crossline.store.rocksdb.RocksDbStore;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The program that is killed: a network that forgets what its only subscription has dealt with. It
 * says each event that the subscription was told, and its hash.
 */
public final class KilledConsumer {
  private static final EthAddress SENDER =
      EthAddress.parse("0x00000000000000000000000000000000000000b1");

  private KilledConsumer() {}

  static final class Sink {
    @L1Handler(anyone = true)
    void take(L2Context ctx, EthAddress from, UInt256 amount) {}
  }

  /**
   * Runs until somebody kills it.
   *
   * @param args the directory
   */
  public static void main(String[] args) {
    PrintStream out = System.out;
    try (RocksDbStore store = RocksDbStore.open(Path.of(args[0]));
        StarknetNetwork net =
            StarknetNetwork.builder(StarknetParameters.DEFAULT)
                .store(store)
                .forgettingConsumed()
                .start()) {
      Felt sink = net.deploy("sink", new Sink(), roles -> {});
      Subscription.Listener listener =
          (position, event) -> out.println("event " + position + " " + event.hashCode());
      try (Subscription told =
          new Subscription(
              store, net.outbox().orElseThrow(), "consumer", listener, MessagingMetrics.NONE)) {
        for (int i = 0; ; i++) {
          net.account("sender", SENDER, UInt256.of(30_000));
          net.core(SENDER)
              .sendMessageToL2(sink, "take", Payload.cairo(UInt256.of(i)), UInt256.of(30_000));
          net.advance(Duration.ofMinutes(20));
          net.forgetConsumed();
          out.println("first " + net.outbox().orElseThrow().first() + " " + told.position());
          out.flush();
        }
      }
    }
  }
}
