// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import static io.crossline.starknet.network.FaultyWorld.seconds;
import static io.crossline.starknet.tracking.MessageStatus.ACCEPTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.CANCELLED;
import static io.crossline.starknet.tracking.MessageStatus.SETTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.fault.Fault;
import io.crossline.core.fault.FaultPlan;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L1ToL2Message;
import org.junit.jupiter.api.Test;

/** What goes wrong with the prover and with the state updates, which are due each half hour. */
class StateUpdateFaultsTest {
  private FaultyWorld world = new FaultyWorld();
  private L1ToL2Message first = world.note(1);
  private L1ToL2Message second = first;

  /**
   * Two messages, in the earlier and the later half of the blocks of L2; the fault at the first
   * state update.
   */
  private void run(String hop, Fault fault) {
    world.net.faults().next(hop, fault);
    world.advanceTo(1300);
    second = world.note(2);
    world.advanceTo(1800);
    assertThat(world.ranIn(second)).isNotEqualTo(world.ranIn(first));
  }

  private void assertSettledWithoutRollback() {
    assertThat(world.lines("rolled back")).isEmpty();
    world.assertAllOnce(first, second);
  }

  private void assertNotSettled(L1ToL2Message message) {
    assertThat(world.status(message)).isEqualTo(ACCEPTED_ON_L2);
  }

  @Test
  void withoutFaultsOneUpdateSettlesBoth() {
    world.advance(60);
    second = world.note(2);
    world.advanceTo(1800);
    assertThat(world.lines("state update")).hasSize(1);
    assertSettledWithoutRollback();
  }

  @Test
  void oneThatIsLostIsMadeAgainAtTheNextTime() {
    run(StarknetHops.STATE_UPDATE, Fault.drop());
    assertThat(world.faults()).containsExactly("1800 L1 state update dropped");
    world.advanceTo(3599);
    assertNotSettled(first);
    world.advanceTo(3600);
    assertSettledWithoutRollback();
  }

  @Test
  void oneThatIsLateSettlesLate() {
    run(StarknetHops.STATE_UPDATE, Fault.delay(seconds(100)));
    world.advanceTo(1899);
    assertNotSettled(first);
    world.advanceTo(1900);
    assertThat(world.faults()).containsExactly("1800 L1 state update delayed by 100 s");
    assertSettledWithoutRollback();
  }

  @Test
  void whileOneIsUnderWayNoOtherIsMade() {
    run(StarknetHops.STATE_UPDATE, Fault.delay(seconds(4000)));
    L1ToL2Message third = world.note(3);
    world.advanceTo(5799);
    assertNotSettled(first);
    world.advanceTo(5800);
    assertThat(world.status(second)).isEqualTo(SETTLED);
    assertNotSettled(third);
    world.advanceTo(7200);
    assertThat(world.lines("state update to")).hasSize(2);
    assertThat(world.lines("rolled back")).isEmpty();
    world.assertAllOnce(first, second, third);
  }

  @Test
  void aCancellationOvertakesOneThatIsLate() {
    world =
        new FaultyWorld(
            StarknetParameters.builder().messageCancellationDelay(seconds(60)).build(),
            FaultPlan.NONE.at(StarknetHops.STATE_UPDATE, seconds(1800), Fault.delay(seconds(600))));
    L1ToL2Message cancelled = world.note(1);
    L1ToL2Message other = world.note(2);
    world.advanceTo(240);
    world.core.startL1ToL2MessageCancellation(cancelled).orThrow();
    world.advanceTo(2000);
    assertNotSettled(cancelled);
    world.core.cancelL1ToL2Message(cancelled).orThrow();
    world.advanceTo(2400);
    assertThat(world.lines("rolled back"))
        .singleElement()
        .asString()
        .contains("INVALID_MESSAGE_TO_CONSUME");
    assertThat(world.status(cancelled)).isEqualTo(CANCELLED);
    world.advanceTo(3600);
    assertThat(world.lines("its sender cancelled it")).isEmpty();
    assertThat(world.status(cancelled)).isEqualTo(CANCELLED);
    world.assertAllOnce(other);
  }

  @Test
  void oneThatIsSentTwiceIsRefusedTheSecondTime() {
    run(StarknetHops.STATE_UPDATE, Fault.duplicate());
    assertThat(world.lines("state update to")).hasSize(1);
    assertThat(world.lines("operator is refused")).singleElement().asString().contains("INVALID_");
    assertSettledWithoutRollback();
  }

  @Test
  void theLaterHalfIsRefusedBeforeTheEarlierOne() {
    run(StarknetHops.STATE_UPDATE, Fault.reorder());
    assertThat(world.lines("operator is refused")).hasSize(1);
    // What the accepted half leaves over comes with another update.
    world.advanceTo(3600);
    assertThat(world.lines("state update to")).hasSize(2);
    assertSettledWithoutRollback();
  }

  @Test
  void aSecondOperatorComesBefore() {
    run(StarknetHops.STATE_UPDATE, Fault.rival());
    assertThat(world.faults())
        .containsExactly("1800 L1 state update a second one at the same time");
    assertThat(world.lines("operator is refused")).hasSize(1);
    // What the accepted half leaves over comes with another update.
    world.advanceTo(3600);
    assertThat(world.lines("state update to")).hasSize(2);
    assertSettledWithoutRollback();
  }

  @Test
  void anyOfThemWithOneBlockOnly() {
    for (Fault fault :
        new Fault[] {
          Fault.drop(), Fault.delay(seconds(1)), Fault.duplicate(), Fault.reorder(), Fault.rival()
        }) {
      FaultyWorld one = new FaultyWorld();
      L1ToL2Message sent = one.note(1);
      one.advanceTo(1794);
      L1ToL2Message early = one.note(2);
      one.net.faults().next(StarknetHops.STATE_UPDATE, fault);
      one.advanceTo(3600);
      assertThat(one.faults()).hasSize(1);
      assertThat(one.lines("rolled back")).isEmpty();
      one.assertAllOnce(sent, early);
    }
  }

  @Test
  void anyOfThemWithAnUpdateThatL1RefusesRollsBackOnce() {
    for (Fault fault :
        new Fault[] {Fault.delay(seconds(1)), Fault.duplicate(), Fault.reorder(), Fault.rival()}) {
      FaultyWorld one = new FaultyWorld();
      L1ToL2Message kept = one.note(1);
      one.note(2);
      one.advanceTo(300);
      one.net.reorganise(
          one.net.l1().block().number().toUInt256().minus(UInt256.of(2)).toBigInteger().intValue());
      L1ToL2Message later = one.note(3);
      one.net.faults().next(StarknetHops.STATE_UPDATE, fault);
      one.advanceTo(5400);
      assertThat(one.lines("rolled back")).hasSize(1);
      one.assertAllOnce(kept, later);
    }
  }

  @Test
  void aProverThatEndsOrStandsStillGoesOnLater() {
    for (Fault fault : new Fault[] {Fault.crash(seconds(3600)), Fault.stall(seconds(3600))}) {
      world = new FaultyWorld();
      first = world.note(1);
      run(StarknetHops.PROVER, fault);
      assertThat(world.faults()).containsExactly("1800 L2 prover " + fault);
      world.advanceTo(5399);
      assertNotSettled(first);
      world.advanceTo(5400);
      assertSettledWithoutRollback();
    }
  }

  @Test
  void whatCannotHappenThereIsAnError() {
    assertThatThrownBy(() -> world.net.faults().next(StarknetHops.PROVER, Fault.drop()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "prover: found the fault DROP, which cannot happen there; what can is [CRASH, STALL]");
  }
}
