// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.fault.FaultPlan;
import io.crossline.core.network.ForgottenEventsException;
import io.crossline.core.network.Subscription;
import io.crossline.core.store.HeapStore;
import io.crossline.messaging.spi.MessagingMetrics;
import io.crossline.starknet.tracking.Layer;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events that everybody has dealt with are forgotten, and no reader ever misses one. */
class ForgetConsumedTest {
  private static final int CRASHES = 50;

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void aReaderIsToldEverythingOnceThoughTheProcessIsKilled(long seed) {
    DurableWorld plain = new DurableWorld(false, FaultPlan.NONE);
    DurableWorld.History live = new DurableWorld.History();
    plain.net.listen(live);
    DurableWorld durable = new DurableWorld(true, FaultPlan.NONE);
    DurableWorld.History read = new DurableWorld.History();
    Random random = new Random(seed);
    long position = 0;
    long forgotten = 0;
    int crashes = 0;
    while (crashes < CRASHES) {
      long choice = random.nextLong();
      plain.act(new Random(choice), 3);
      durable.act(new Random(choice), 3);
      if (random.nextInt(3) == 0) {
        position = durable.net.replay(position, read);
      }
      if (random.nextInt(4) == 0) {
        long first = durable.net.forgetConsumed(position);
        assertThat(first).isGreaterThan(forgotten).isLessThanOrEqualTo(position + 1);
        forgotten = first - 1;
      }
      if (random.nextInt(3) == 0) {
        durable.crash();
        crashes++;
      }
    }
    durable.net.replay(position, read);
    assertThat(read.toString()).isEqualTo(live.toString());
    assertThat(forgotten).isPositive();
    long late = forgotten;
    assertThat(durable.net.outbox().orElseThrow().first()).isEqualTo(late + 1);
    assertThatThrownBy(() -> durable.net.replay(late - 1, new DurableWorld.History()))
        .isInstanceOfSatisfying(
            ForgottenEventsException.class,
            tooLate -> assertThat(tooLate.first()).isEqualTo(late + 1));
  }

  @Test
  void blocksThatCanBeUndoneStay() {
    DurableWorld world = new DurableWorld(true, FaultPlan.NONE);
    world.net.advance(Duration.ofHours(3));
    long last = world.net.outbox().orElseThrow().last();
    long first = world.net.forgetConsumed(last);
    assertThat(first).isBetween(2L, last);
    DurableWorld.History left = new DurableWorld.History();
    world.net.replay(first - 1, left);
    world.net.reorganise(StarknetNetwork.MAX_L1_REORG);
    assertThat(left.toString()).contains("L1 ").contains("L2 ");
    assertThat(world.net.advanceBlocks(Layer.L1, 3)).isNotNull();
  }

  @Test
  void aSubscriptionThatFailsFromTheBeginningLosesNothing() throws InterruptedException {
    HeapStore store = new HeapStore();
    Subscription.Listener failing =
        (position, event) -> {
          throw new IllegalStateException("not yet");
        };
    Subscription.Listener well = (position, event) -> {};
    try (StarknetNetwork net =
        StarknetNetwork.builder(StarknetParameters.DEFAULT).store(store).start()) {
      var outbox = net.outbox().orElseThrow();
      try (Subscription stuck =
              new Subscription(store, outbox, "stuck", failing, MessagingMetrics.NONE);
          Subscription reader =
              new Subscription(store, outbox, "reader", well, MessagingMetrics.NONE)) {
        net.advance(Duration.ofDays(1));
        while (reader.lag() > 0 || stuck.failure().isEmpty()) {
          Thread.sleep(5);
        }
      }
      assertThat(net.forgetConsumed()).isEqualTo(1);
    }
  }

  @Test
  void aSubscriptionIsTheSlowestReaderAndASettingForgetsByItself() throws InterruptedException {
    HeapStore store = new HeapStore();
    try (StarknetNetwork net =
        StarknetNetwork.builder(StarknetParameters.DEFAULT)
            .store(store)
            .forgettingConsumed()
            .start()) {
      assertThat(net.forgetConsumed()).isEqualTo(1);
      net.advance(Duration.ofDays(1));
      var outbox = net.outbox().orElseThrow();
      assertThat(outbox.first()).isEqualTo(1);
      try (Subscription reader =
          new Subscription(
              store, outbox, "reader", (position, event) -> {}, MessagingMetrics.NONE)) {
        while (reader.lag() > 0) {
          Thread.sleep(5);
        }
      }
      net.advance(Duration.ofDays(1));
      assertThat(outbox.first()).isGreaterThan(10_000);
      long told = outbox.first();
      assertThat(net.forgetConsumed()).isEqualTo(told);
      assertThat(net.forgetConsumed(5)).isEqualTo(told);
    }
  }
}
