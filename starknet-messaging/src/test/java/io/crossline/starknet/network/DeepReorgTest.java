// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.starknet.network.FaultyWorld.seconds;
import static io.crossline.starknet.tracking.MessageStatus.ACCEPTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.ROLLED_BACK;
import static io.crossline.starknet.tracking.MessageStatus.SENT;
import static io.crossline.starknet.tracking.MessageStatus.SETTLED;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.fault.Fault;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L1ToL2Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reorganisations of L1, shallower and deeper than the confirmations, by hand and by a fault. */
class DeepReorgTest {
  private final FaultyWorld world = new FaultyWorld();

  /** How many blocks are lost if a given one is the last to stay. */
  private int above(long last) {
    return world.net.l1().block().number().toUInt256().toBigInteger().intValueExact()
        - 1
        - (int) last;
  }

  @Test
  void aShallowOneTakesBackWhatIsNotConfirmedAndL2NeverKnewOf() {
    L1ToL2Message kept = world.note(1);
    world.advance(24);
    L1ToL2Message lost = world.note(2);
    world.net.faults().next(StarknetHops.L1, Fault.reorg(2));
    world.advance(12);
    assertThat(world.faults()).containsExactly("36 L1 L1 loses its latest 2 blocks");
    assertThat(world.status(lost)).isEqualTo(ROLLED_BACK);
    world.advance(3600);
    assertThat(world.lines("rolled back")).isEmpty();
    world.assertAllOnce(kept);
    assertThat(world.net.core().l1ToL2Messages(lost.hash())).isEqualTo(UInt256.ZERO);
  }

  @Test
  void coinsThatWereGivenStayGivenOnceHoweverOftenBlocksAreLost() {
    EthAddress rich = EthAddress.parse("0x00000000000000000000000000000000000000b7");
    world.advance(240);
    world.net.account("rich", rich, UInt256.of(77));
    world.advance(24);
    world.net.reorganise(12);
    assertThat(world.net.l1().balance(rich)).isEqualTo(UInt256.of(77));
    world.net.reorganise(2);
    assertThat(world.net.l1().balance(rich)).isEqualTo(UInt256.of(77));
    world.net.reorganise(22);
    assertThat(world.net.l1().balance(rich)).isEqualTo(UInt256.of(77));
  }

  @Test
  void aDeepOneTakesBackWhatL2RanAndTheNextStateUpdateTakesL2Back() {
    L1ToL2Message first = world.note(1);
    L1ToL2Message second = world.note(2);
    L1ToL2Message lost = world.note(3);
    world.advanceTo(300);
    assertThat(world.told()).isEqualTo("1 2 3");
    world.net.faults().next(StarknetHops.L1, Fault.reorg(above(2) + 1));
    world.advance(12);
    assertThat(world.faults()).containsExactly("312 L1 L1 loses its latest 27 blocks");
    // L2 stands as it is until somebody asks L1.
    assertThat(world.told()).isEqualTo("1 2 3");
    L1ToL2Message after = world.note(4);
    world.advanceTo(1800);
    assertThat(world.net.timeline().entries())
        .filteredOn(line -> line.what().startsWith("rolled back"))
        .singleElement()
        .asString()
        .contains("message=m1, status=CONFIRMED", "message=m2, status=CONFIRMED");
    // The block of the same moment ran the others again.
    assertThat(world.told()).isEqualTo("1 2 4");
    world.advance(3600);
    assertThat(world.status(lost)).isEqualTo(ROLLED_BACK);
    world.assertAllOnce(first, second, after);
  }

  @Test
  void aLostMessageThatIsSentAgainSettlesWithoutARollback() {
    L1ToL2Message first = world.note(1);
    L1ToL2Message second = world.note(2);
    world.advanceTo(300);
    world.net.reorganise(above(0));
    assertThat(List.of(world.note(1), world.note(2))).containsExactly(first, second);
    world.advance(3600);
    assertThat(world.lines("rolled back")).isEmpty();
    assertThat(world.lines("note ran")).hasSize(2);
    world.assertAllOnce(first, second);
  }

  @Test
  void whatComesInThePlaceOfALostMessageRunsInTheOrderOfTheLogs() {
    L1ToL2Message first = world.note(1);
    world.note(2);
    L1ToL2Message third = world.note(3);
    world.advanceTo(300);
    world.net.reorganise(above(1));
    L1ToL2Message other = world.note(9);
    assertThat(world.note(3)).isEqualTo(third);
    world.advanceTo(1799);
    assertThat(world.told()).isEqualTo("1 2 3 9");
    world.advance(3600);
    world.assertAllOnce(first, other, third);
  }

  @Test
  void aSequencerThatEndsReadsWhatCameInThePlaceOfALostMessage() {
    world.note(2);
    L1ToL2Message second = world.note(3);
    world.advanceTo(300);
    world.net.reorganise(above(0));
    L1ToL2Message other = world.note(9);
    world.advance(12);
    assertThat(world.note(3)).isEqualTo(second);
    world.advance(12);
    world.net.faults().next(StarknetHops.SEQUENCER, Fault.crash(seconds(60)));
    world.advance(7200);
    world.assertAllOnce(other, second);
  }

  @Test
  void aStateUpdateThatIsLostIsMadeAgain() {
    L1ToL2Message sent = world.note(1);
    world.advanceTo(1800);
    assertThat(world.status(sent)).isEqualTo(SETTLED);
    // The state update has a block of its own; the next one is due at the same moment.
    world.net.reorganise(2);
    assertThat(world.status(sent)).isEqualTo(ACCEPTED_ON_L2);
    assertThat(world.told()).isEqualTo("1");
    world.advance(1800);
    assertThat(world.lines("rolled back")).isEmpty();
    assertThat(world.lines("state update to")).hasSize(2);
    world.assertAllOnce(sent);
  }

  @Test
  void aStateUpdateIsLostTogetherWithAMessageOfIt() {
    L1ToL2Message first = world.note(1);
    world.advanceTo(1300);
    L1ToL2Message second = world.note(2);
    world.advanceTo(1800);
    assertThat(world.status(second)).isEqualTo(SETTLED);
    world.net.reorganise(StarknetNetwork.MAX_L1_REORG);
    assertThat(world.status(first)).isEqualTo(ACCEPTED_ON_L2);
    assertThat(world.status(second)).isEqualTo(ROLLED_BACK);
    world.advance(3601);
    world.assertAllOnce(first);
  }

  @Test
  void oneAfterTheOther() {
    L1ToL2Message first = world.note(1);
    for (int i = 0; i < 10; i++) {
      world.advance(12);
      world.note(100 + i);
      world.net.faults().next(StarknetHops.L1, Fault.reorg(2 + i % 3));
    }
    world.advance(12);
    L1ToL2Message last = world.note(2);
    assertThat(world.status(last)).isEqualTo(SENT);
    world.advance(3600);
    assertThat(world.net.messages())
        .filteredOn(report -> report.status() == SETTLED)
        .extracting(MessageReport::hash)
        .contains(last.hash());
    assertThat(world.status(first)).isIn(SETTLED, ROLLED_BACK);
  }
}
