// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.starknet.network.FaultyWorld.seconds;
import static io.crossline.starknet.tracking.MessageStatus.ACCEPTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.LEFT_OUT;
import static io.crossline.starknet.tracking.MessageStatus.REVERTED_ON_L2;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.l2.L2Rules;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sequencer ends: the block in the making is lost with all that it remembers of L1, which it
 * reads again. A message of the first L1 block runs at 258 seconds.
 */
class SequencerCrashTest {
  private static FaultyWorld crashing(long second, long down) {
    return new FaultyWorld(
        FaultPlan.NONE.at(StarknetHops.SEQUENCER, seconds(second), Fault.crash(seconds(down))));
  }

  @Test
  void theBlockInTheMakingIsLostAndItsMessagesRunLater() {
    FaultyWorld world = crashing(258, 60);
    L1ToL2Message first = world.note(1);
    L1ToL2Message second = world.note(2);
    world.advanceTo(258);
    assertThat(world.faults()).containsExactly("258 L2 sequencer crashes, back in 60 s");
    assertThat(world.told()).isEmpty();
    assertThat(world.blocks).isEmpty();
    world.net.await(first, ACCEPTED_ON_L2);
    assertThat(world.net.time()).isEqualTo(seconds(258 + 60 + 6));
    assertThat(world.ranIn(second)).isEqualTo(world.ranIn(first));
    world.advance(3600);
    world.assertAllOnce(first, second);
  }

  @ParameterizedTest
  @ValueSource(longs = {6, 48, 252, 258, 600, 606})
  void nothingIsLostOrDoubledWheneverItHappens(long second) {
    for (long down : new long[] {0, 5, 100}) {
      FaultyWorld world =
          new FaultyWorld(
              StarknetParameters.builder().settlementInterval(Duration.ofMinutes(10)).build(),
              FaultPlan.NONE.at(
                  StarknetHops.SEQUENCER, seconds(second), Fault.crash(seconds(down))));
      List<L1ToL2Message> sent = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        sent.add(world.note(i));
        world.advance(17);
      }
      world.advance(1500);
      assertThat(world.faults()).hasSize(1);
      world.assertAllOnce(sent);
    }
  }

  @Test
  void ofAllStagesEachMessageStaysWhereItIs() {
    FaultyWorld world = new FaultyWorld();
    L1ToL2Message settled = world.note(1);
    L1ToL2Message failed = world.send("fail");
    L1ToL2Message tooLarge =
        world
            .core
            .sendMessageToL2(world.diary, "note", Payload.of(Felt.PRIME), FaultyWorld.FEE)
            .orThrow()
            .message();
    world.advanceTo(2000);
    L1ToL2Message ran = world.note(2);
    world.advanceTo(2300);
    L1ToL2Message waiting = world.note(3);
    world.advance(20);
    assertThat(world.told()).isEqualTo("1 2");
    long lines = world.lines("ran").size();
    world.net.faults().next(StarknetHops.SEQUENCER, Fault.crash(seconds(30)));
    world.advance(6);
    assertThat(world.told()).isEqualTo("1 2");
    world.advance(3600);

    assertThat(world.lines("ran")).hasSize((int) lines + 1);
    assertThat(world.lines("reverted")).hasSize(1);
    assertThat(world.status(failed)).isEqualTo(REVERTED_ON_L2);
    assertThat(world.status(tooLarge)).isEqualTo(LEFT_OUT);
    world.assertAllOnce(settled, ran, waiting);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHandlerThatFailedIsNotRunAgain(boolean includesFailing) {
    L2Rules rules = includesFailing ? L2Rules.V0_14 : L2Rules.V0_13;
    FaultyWorld world =
        new FaultyWorld(
            StarknetParameters.builder().l2Rules(rules).build(),
            FaultPlan.NONE
                .at(StarknetHops.SEQUENCER, seconds(258), Fault.crash(seconds(30)))
                .at(StarknetHops.SEQUENCER, seconds(330), Fault.crash(seconds(30)))
                .at(StarknetHops.SEQUENCER, seconds(400), Fault.crash(seconds(30))));
    L1ToL2Message failed = world.send("fail");
    L1ToL2Message other = world.note(1);
    world.advance(3600);
    // It ran in the block that was lost, too; only what is in a block counts.
    assertThat(world.lines("\"no\"")).hasSize(1);
    assertThat(world.status(failed)).isEqualTo(includesFailing ? REVERTED_ON_L2 : LEFT_OUT);
    assertThat(world.net.core().l1ToL2Messages(failed.hash()))
        .isEqualTo(FaultyWorld.FEE.plus(UInt256.ONE));
    world.assertAllOnce(other);
  }

  @Test
  void aRequestForCancellationIsNotForgotten() {
    FaultyWorld world = new FaultyWorld();
    L1ToL2Message unwanted = world.note(1);
    L1ToL2Message wanted = world.note(2);
    // The sequencer is away while the time passes within which it would still include it.
    world.net.faults().next(StarknetHops.SEQUENCER, Fault.crash(seconds(600)));
    world.core.startL1ToL2MessageCancellation(unwanted).orThrow();
    world.advance(3600);
    assertThat(world.status(unwanted)).isEqualTo(LEFT_OUT);
    assertThat(world.lines("asked for cancellation")).hasSize(1);
    world.assertAllOnce(wanted);
  }

  @Test
  void aMessageThatRanAndIsTakenBackRunsAgain() {
    FaultyWorld world = new FaultyWorld();
    L1ToL2Message kept = world.note(1);
    world.advance(12);
    L1ToL2Message lost = world.note(2);
    world.advanceTo(300);
    assertThat(world.told()).isEqualTo("1 2");
    world.net.faults().next(StarknetHops.SEQUENCER, Fault.crash(Duration.ZERO));
    world.advance(12);
    int blocks =
        world
            .net
            .l1()
            .block()
            .number()
            .minus(io.crossline.messaging.UInt64.of(3))
            .toUInt256()
            .toBigInteger()
            .intValueExact();
    world.net.reorganise(blocks);
    assertThat(world.status(kept)).isEqualTo(ACCEPTED_ON_L2);
    world.advance(7200);
    assertThat(world.lines("rolled back to the last settled block")).hasSize(1);
    world.assertAllOnce(kept);
    assertThat(world.net.core().l1ToL2Messages(lost.hash())).isEqualTo(UInt256.ZERO);
  }
}
