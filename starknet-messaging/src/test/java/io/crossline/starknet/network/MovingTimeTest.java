// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.starknet.network.FaultyWorld.seconds;
import static io.crossline.starknet.tracking.Layer.L1;
import static io.crossline.starknet.tracking.Layer.L2;
import static io.crossline.starknet.tracking.MessageStatus.ACCEPTED_ON_L2;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.Fault;
import io.crossline.core.trace.Elapsed;
import io.crossline.core.trace.TimelineEntry;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Moving the clock by blocks and by conditions, and what each call gives back. */
class MovingTimeTest {
  private final FaultyWorld world = new FaultyWorld();
  private final StarknetNetwork net = world.net;

  @Test
  void blocksOfALayerAreCounted() {
    net.advanceBlocks(L1, 5);
    assertThat(net.time()).isEqualTo(seconds(60));
    net.advanceBlocks(L2, 5);
    // The first of them was due at the same moment, behind the block of L1.
    assertThat(net.time()).isEqualTo(seconds(84));
    assertThat(net.l2().block().number()).isEqualTo(UInt64.of(15));
    assertThat(net.advanceBlocks(L1, 0)).isEmpty();
    assertThat(net.time()).isEqualTo(seconds(84));
  }

  @Test
  void whatHappenedMeanwhileIsGivenBack() {
    world.note(1);
    List<TimelineEntry> lines = net.advanceBlocks(L2, 50);
    assertThat(lines).isEqualTo(net.timeline().since(1));
    assertThat(lines)
        .extracting(TimelineEntry::what)
        .containsExactly("3 of 3 confirmations", "note ran");
  }

  @Test
  void aLayerThatStandsStillIsWaitedFor() {
    net.faults().next(StarknetHops.SEQUENCER, Fault.stall(Duration.ofDays(1)));
    net.advanceBlocks(L2, 1);
    assertThat(net.time()).isEqualTo(Duration.ofDays(1).plusSeconds(12));
  }

  @Test
  void blocksThatTakeThePlacesOfLostOnesDoNotCount() {
    net.advanceBlocks(L1, 20);
    net.faults().next(StarknetHops.L1, Fault.reorg(10));
    net.advanceBlocks(L1, 5);
    assertThat(net.time()).isEqualTo(seconds(25 * 12));
    assertThat(net.l1().block().number()).isEqualTo(UInt64.of(26));
  }

  @Test
  void aConditionIsReachedOrNot() {
    L1ToL2Message sent = world.note(1);
    Elapsed elapsed =
        net.runUntil(() -> world.status(sent) == ACCEPTED_ON_L2, Duration.ofMinutes(10));
    assertThat(elapsed.reached()).isTrue();
    assertThat(net.time()).isEqualTo(seconds(258));
    assertThat(elapsed.entries()).isEqualTo(net.timeline().since(1));

    Elapsed at = net.runUntil(() -> true, Duration.ofDays(1));
    assertThat(at).isEqualTo(new Elapsed(true, List.of()));
    assertThat(net.time()).isEqualTo(seconds(258));

    Elapsed never = net.runUntil(() -> false, Duration.ofHours(1));
    assertThat(never.reached()).isFalse();
    assertThat(never.entries()).hasSize(1);
    assertThat(net.time()).isEqualTo(seconds(258 + 3600));
  }

  @Test
  void whatIsNotKeptIsNotGivenBack() {
    net.forgetFinished(2);
    for (int i = 0; i < 10; i++) {
      world.note(i);
    }
    assertThat(net.advance(Duration.ofHours(1)).entries())
        .hasSize(2)
        .isEqualTo(net.timeline().entries());
    assertThat(net.timeline().size()).isEqualTo(10 + 10 + 10 + 1);
  }
}
