// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that is closed and opened again is what one is that never was closed. */
class DurableNetworkTest {
  private static final int CALLS = 120;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void itIsTheSameAfterEachReopening(long seed) {
    DurableWorld plain = new DurableWorld(false, FaultPlan.NONE);
    DurableWorld.History live = new DurableWorld.History();
    plain.net.listen(live);
    DurableWorld durable = new DurableWorld(true, FaultPlan.NONE);
    Random random = new Random(seed);
    boolean automine = true;
    for (int call = 0; call < CALLS; call++) {
      if (random.nextInt(12) == 0) {
        automine = !automine;
      }
      plain.net.automine(automine);
      durable.net.automine(automine);
      long choice = random.nextLong();
      int reorgs = seed % 2 == 0 ? 4 : 0;
      plain.act(new Random(choice), reorgs);
      durable.act(new Random(choice), reorgs);
      durable.reopen();
      durable.net.automine(automine);
      assertThat(durable.all()).as("seed %d, call %d", seed, call).isEqualTo(plain.all());
    }
    plain.net.advance(Duration.ofHours(1));
    durable.net.advance(Duration.ofHours(1));
    assertThat(durable.all()).isEqualTo(plain.all());
    assertThat(durable.reports(true)).isEqualTo(plain.reports(true));
    assertThat(durable.lines.toString()).isEqualTo(plain.lines.toString());
    assertThat(durable.history().toString()).isEqualTo(live.toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void underFaultsEachMessageEndsOnce(long seed) {
    FaultPlan plan = FaultPlan.seeded(seed, DurableWorld.HOSTILE);
    DurableWorld world = new DurableWorld(true, plan);
    Random random = new Random(seed);
    for (int call = 0; call < CALLS; call++) {
      world.act(random, 2);
      if (random.nextInt(4) == 0) {
        world.crash();
        world.net.automine(random.nextBoolean());
      }
    }
    EverythingEnds.check(world, "seed " + seed);
  }

  @Test
  void aSequencerThatStandsStillGoesOnWhenItWould() {
    DurableWorld plain = new DurableWorld(false, FaultPlan.NONE);
    DurableWorld.History live = new DurableWorld.History();
    plain.net.listen(live);
    DurableWorld durable = new DurableWorld(true, FaultPlan.NONE);
    for (DurableWorld world : List.of(plain, durable)) {
      world.net.faults().next(StarknetHops.SEQUENCER, Fault.stall(Duration.ofSeconds(60)));
      world.net.advance(Duration.ofSeconds(20));
      if (world == durable) {
        world.crash();
      }
      world.net.advance(Duration.ofSeconds(100));
    }
    assertThat(durable.all()).isEqualTo(plain.all());
    assertThat(durable.history().toString()).isEqualTo(live.toString());
  }
}
