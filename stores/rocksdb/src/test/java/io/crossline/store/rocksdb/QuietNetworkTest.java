// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Block;
import io.crossline.core.chain.Receipt;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.StateStore;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;
import io.crossline.starknet.l2.L2Receipt;
import io.crossline.starknet.network.NetworkListener;
import io.crossline.starknet.network.StarknetNetwork;
import io.crossline.starknet.network.StarknetParameters;
import io.crossline.starknet.tracking.Layer;
import io.crossline.starknet.tracking.ObservedL2Block.LeftOut;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store grows by while hardly anything happens. */
class QuietNetworkTest {
  private static final int DAYS = 5;
  private static final int MESSAGES_A_DAY = 60;
  private static final long MOST_BYTES = 2_000_000;
  private static final EthAddress SENDER =
      EthAddress.parse("0x00000000000000000000000000000000000000b1");

  @TempDir private Path folder;

  static final class Sink {
    @L1Handler(anyone = true)
    void take(L2Context ctx, EthAddress from, UInt256 amount) {}
  }

  private static final class Told implements NetworkListener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void l1Block(Block<Receipt> block) {
      text.append("L1 ").append(block.info()).append(block.hash()).append(block.receipts().size());
    }

    @Override
    public void l2Block(Block<L2Receipt> block, List<LeftOut> leftOut) {
      text.append("L2 ").append(block.info()).append(block.hash()).append(block.receipts());
    }

    @Override
    public void finalized(Layer layer, UInt64 last) {
      text.append("final ").append(layer).append(last);
    }
  }

  /** The bytes of all rows; the files have what RocksDB has not taken together yet besides. */
  private static long bytes(StateStore store) {
    long[] bytes = new long[1];
    for (String table : store.tables()) {
      store.scan(
          table,
          Bytes.EMPTY,
          (key, value) -> {
            bytes[0] += key.size() + value.size();
            return true;
          });
    }
    return bytes[0];
  }

  @Test
  void threeHundredMessagesInFiveQuietDaysAreTwoMegabytesAtMost() {
    Told live = new Told();
    long before = 0;
    for (int day = 0; day < DAYS; day++) {
      try (RocksDbStore store = RocksDbStore.open(folder.resolve("store"));
          StarknetNetwork net =
              StarknetNetwork.builder(StarknetParameters.DEFAULT).store(store).start()) {
        net.listen(live);
        net.account("sender", SENDER, UInt256.of(30_000L * MESSAGES_A_DAY));
        Felt sink = net.deploy("sink", new Sink(), roles -> {});
        for (int i = 0; i < MESSAGES_A_DAY; i++) {
          net.core(SENDER)
              .sendMessageToL2(sink, "take", Payload.cairo(UInt256.of(i)), UInt256.of(30_000))
              .orThrow();
          net.advance(Duration.ofDays(1).dividedBy(MESSAGES_A_DAY));
        }
        long now = bytes(store);
        System.out.printf(
            "day %d, %d messages: the store grew by %,d bytes to %,d%n",
            day + 1, MESSAGES_A_DAY, now - before, now);
        before = now;
      }
    }
    assertThat(before).isLessThanOrEqualTo(MOST_BYTES);
    try (RocksDbStore store = RocksDbStore.open(folder.resolve("store"));
        StarknetNetwork net =
            StarknetNetwork.builder(StarknetParameters.DEFAULT).store(store).start()) {
      Told again = new Told();
      net.replay(0, again);
      assertThat(again.text.toString()).isEqualTo(live.text.toString());
    }
  }
}
