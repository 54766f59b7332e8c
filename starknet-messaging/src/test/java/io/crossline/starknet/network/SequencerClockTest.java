// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.starknet.network.FaultyWorld.seconds;
import static io.crossline.starknet.tracking.MessageStatus.ACCEPTED_ON_L2;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The sequencer stands still and catches up, or its clock runs at another speed. */
class SequencerClockTest {
  private static FaultyWorld world(Fault fault) {
    return new FaultyWorld(FaultPlan.NONE.at(StarknetHops.SEQUENCER, seconds(60), fault));
  }

  @Test
  void aDayOfStandingStillAndThenAllInOneBlock() {
    FaultyWorld world = world(Fault.stall(Duration.ofDays(1)));
    L1ToL2Message first = world.note(1);
    world.advance(12);
    L1ToL2Message second = world.note(2);
    world.advance(3600);
    L1ToL2Message third = world.note(3);
    world.advance(24 * 3600 - 3600 - 12 + 60);
    assertThat(world.net.time()).isEqualTo(Duration.ofDays(1).plusSeconds(60));
    assertThat(world.told()).isEmpty();
    assertThat(world.net.l2().block().number()).isEqualTo(UInt64.of(10));
    world.advance(6);
    assertThat(world.told()).isEqualTo("1 2 3");
    assertThat(world.ranIn(first)).isEqualTo(world.ranIn(third));
    assertThat(world.faults()).containsExactly("60 L2 sequencer stands still for 86400 s");
    world.advance(3600);
    world.assertAllOnce(first, second, third);
  }

  @Test
  void standingStillLosesNothingOfTheBlockInTheMaking() {
    FaultyWorld world = new FaultyWorld();
    L1ToL2Message sent = world.note(1);
    world.advanceTo(252);
    world.net.faults().next(StarknetHops.SEQUENCER, Fault.stall(seconds(30)));
    world.net.await(sent, ACCEPTED_ON_L2);
    assertThat(world.net.time()).isEqualTo(seconds(258 + 30 + 6));
  }

  @Test
  void aSlowClockMakesLongerBlocksForAWhile() {
    FaultyWorld world = world(Fault.drift(200, seconds(60)));
    world.advanceTo(60);
    assertThat(world.net.l2().block().number()).isEqualTo(UInt64.of(11));
    world.advanceTo(120);
    // Five blocks of twelve seconds instead of ten of six.
    assertThat(world.net.l2().block().number()).isEqualTo(UInt64.of(16));
    world.advanceTo(180);
    assertThat(world.net.l2().block().number()).isEqualTo(UInt64.of(26));
    assertThat(world.faults()).containsExactly("60 L2 sequencer clock at 200 % for 60 s");
  }

  @Test
  void aFastClockMakesShorterBlocksButNoneOfNoLength() {
    FaultyWorld world = world(Fault.drift(50, seconds(60)));
    world.advanceTo(120);
    assertThat(world.net.l2().block().number()).isEqualTo(UInt64.of(31));
    world.net.faults().next(StarknetHops.SEQUENCER, Fault.drift(1, seconds(10)));
    world.advance(6 + 10);
    assertThat(world.net.l2().block().number()).isEqualTo(UInt64.of(42));
  }

  @Test
  void withAnyClockEachMessageRunsOnce() {
    FaultyWorld world = world(Fault.drift(1000, seconds(1000)));
    L1ToL2Message first = world.note(1);
    world.advanceTo(500);
    L1ToL2Message second = world.note(2);
    world.advance(5400);
    world.assertAllOnce(first, second);
  }

  @Test
  void theBlockAfterwardsBearsTheTimeAtWhichItIsMade() {
    FaultyWorld world = world(Fault.stall(Duration.ofDays(1)));
    world.advance(24 * 3600 + 65);
    UInt64 before = world.net.l2().block().timestamp();
    world.advance(1);
    UInt64 day = UInt64.of(24 * 3600 + 66);
    UInt64 genesis = UInt64.of(world.net.parameters().genesis().getEpochSecond());
    assertThat(before).isLessThan(genesis.plus(UInt64.of(60)));
    assertThat(world.net.l2().block().timestamp()).isEqualTo(genesis.plus(day));
  }
}
