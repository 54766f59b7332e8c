// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.starknet.network.FaultyWorld.seconds;
import static io.crossline.starknet.tracking.MessageStatus.ACCEPTED_ON_L2;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.l2.SequencerPolicy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sequencer reads L1 late, or twice. Its policy is to wait for nothing, or for a minute. */
class L1ReaderFaultsTest {
  private static FaultyWorld waiting(long cooldown, Fault... atFirstBlock) {
    SequencerPolicy policy = new SequencerPolicy(0, seconds(cooldown), Duration.ofMinutes(5));
    FaultyWorld world =
        new FaultyWorld(StarknetParameters.builder().sequencer(policy).build(), FaultPlan.NONE);
    List.of(atFirstBlock).forEach(fault -> world.net.faults().next(StarknetHops.L1_READER, fault));
    return world;
  }

  private static long ranAt(FaultyWorld world, L1ToL2Message message) {
    world.net.await(message, ACCEPTED_ON_L2);
    return world.net.time().toSeconds();
  }

  @Test
  void withoutFaultsABlockIsReadAtOnce() {
    FaultyWorld world = waiting(0);
    assertThat(ranAt(world, world.note(1))).isEqualTo(6);
    assertThat(world.faults()).isEmpty();
  }

  @Test
  void aBlockThatIsMissedIsReadWithTheNext() {
    FaultyWorld world = waiting(0, Fault.drop());
    L1ToL2Message sent = world.note(1);
    assertThat(world.faults()).containsExactly("0 L1 reading of L1 dropped");
    assertThat(ranAt(world, sent)).isEqualTo(12);
    world.advance(3600);
    world.assertAllOnce(sent);
  }

  @Test
  void nothingIsReadUntilADelayIsOver() {
    FaultyWorld world = waiting(0, Fault.delay(seconds(100)));
    L1ToL2Message first = world.note(1);
    world.advance(50);
    L1ToL2Message second = world.note(2);
    assertThat(ranAt(world, first)).isEqualTo(102);
    assertThat(world.told()).isEqualTo("1 2");
    world.advance(3600);
    world.assertAllOnce(first, second);
  }

  @Test
  void nothingElseGoesWrongWhileADelayLasts() {
    FaultyWorld world = waiting(0, Fault.delay(seconds(100)), Fault.delay(seconds(10)));
    L1ToL2Message sent = world.note(1);
    world.advance(99);
    assertThat(world.faults()).containsExactly("0 L1 reading of L1 delayed by 100 s");
    assertThat(ranAt(world, sent)).isEqualTo(102);
    L1ToL2Message other = world.note(2);
    assertThat(world.faults()).hasSize(2).last().isEqualTo("102 L1 reading of L1 delayed by 10 s");
    assertThat(ranAt(world, other)).isEqualTo(114);
  }

  @Test
  void aBlockThatIsReadTwiceCountsOnce() {
    FaultyWorld world = waiting(0, Fault.duplicate(), Fault.duplicate());
    L1ToL2Message first = world.note(1);
    L1ToL2Message second = world.note(2);
    assertThat(ranAt(world, first)).isEqualTo(6);
    world.net.faults().next(StarknetHops.L1_READER, Fault.duplicate());
    world.advance(3600);
    assertThat(world.faults()).hasSize(3).allMatch(line -> line.contains("duplicated"));
    world.assertAllOnce(first, second);
  }

  @Test
  void whatADelayKeptBackIsReadTwiceWithTheNextBlock() {
    FaultyWorld world = waiting(0, Fault.delay(seconds(100)), Fault.duplicate());
    L1ToL2Message first = world.note(1);
    world.advance(50);
    L1ToL2Message second = world.note(2);
    assertThat(ranAt(world, first)).isEqualTo(102);
    world.advance(3600);
    assertThat(world.faults()).hasSize(2).last().isEqualTo("108 L1 reading of L1 duplicated");
    world.assertAllOnce(first, second);
  }

  @Test
  void aRequestThatIsReadLateComesTooLate() {
    FaultyWorld world = waiting(600);
    L1ToL2Message sent = world.note(1);
    world.net.faults().next(StarknetHops.L1_READER, Fault.delay(seconds(900)));
    world.core.startL1ToL2MessageCancellation(sent).orThrow();
    world.advance(3600);
    world.assertAllOnce(sent);
  }

  @Test
  void aMessageThatIsLostBeforeItIsReadIsNeverRun() {
    FaultyWorld world = waiting(0);
    L1ToL2Message kept = world.note(1);
    world.net.faults().next(StarknetHops.L1_READER, Fault.delay(seconds(100)));
    world.note(2);
    world.net.reorganise(1);
    world.advance(3600);
    assertThat(world.lines("rolled back")).isEmpty();
    world.assertAllOnce(kept);
  }

  @Test
  void aReorganisationThatIsReadLateLetsALostMessageRun() {
    FaultyWorld world = waiting(60);
    L1ToL2Message kept = world.note(1);
    world.note(2);
    world.net.faults().next(StarknetHops.L1_READER, Fault.delay(seconds(600)));
    world.advance(12);
    world.net.reorganise(2);
    world.advanceTo(100);
    assertThat(world.told()).isEqualTo("1 2");
    world.advanceTo(1799);
    assertThat(world.status(kept)).isEqualTo(ACCEPTED_ON_L2);
    world.advanceTo(1800);
    assertThat(world.lines("rolled back to the last settled block: state update refused"))
        .singleElement()
        .asString()
        .contains("INVALID_MESSAGE_TO_CONSUME");
    assertThat(world.told()).isEqualTo("1");
    world.advance(3600);
    world.assertAllOnce(kept);
  }

  @Test
  void aLostMessageThatIsSentAgainMeanwhileIsTheOneThatRan() {
    FaultyWorld world = waiting(60);
    L1ToL2Message kept = world.note(1);
    L1ToL2Message lost = world.note(2);
    world.net.faults().next(StarknetHops.L1_READER, Fault.delay(seconds(600)));
    world.advance(12);
    world.net.reorganise(2);
    L1ToL2Message again = world.note(2);
    assertThat(again).isEqualTo(lost);
    world.advance(3600);
    assertThat(world.lines("rolled back")).isEmpty();
    world.assertAllOnce(kept, again);
  }
}
