// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import static io.crossline.starknet.tracking.MessageStatus.ACCEPTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.CONSUMABLE;
import static io.crossline.starknet.tracking.MessageStatus.REVERTED_ON_L2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.l2.L1Handler;
import io.crossline.starknet.l2.L2Context;
import io.crossline.starknet.network.StarknetNetwork;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@CrosslineTest
class StarknetSpyTest {
  private static final EthAddress L1 =
      EthAddress.parse("0x00000000000000000000000000000000000000b1");
  private static final Felt ALICE = Felt.of(0xa11ce);
  private static final Payload FIVE = Payload.cairo(ALICE, UInt256.of(5));
  private static final Payload SIX = Payload.cairo(ALICE, UInt256.of(6));

  static final class Bridge {
    @L1Handler(from = "l1Bridge")
    void deposit(L2Context ctx, EthAddress from, Felt account, UInt256 amount) {
      ctx.sendMessageToL1(from, Payload.cairo(account, amount));
    }

    @L1Handler(from = "l1Bridge")
    void pause(L2Context ctx, EthAddress from) {}
  }

  private StarknetNetwork net;
  private Felt bridge;
  private StarknetSpy spy;

  @BeforeEach
  void given(StarknetNetwork fresh) {
    net = fresh;
    net.account("l1Bridge", L1, UInt256.of(1_000));
    bridge = net.deploy("bridge", new Bridge(), roles -> roles.bind("l1Bridge", L1));
    spy = Spy.on(net);
  }

  private L1ToL2Message send(String function, Payload payload) {
    return net.core(L1).sendMessageToL2(bridge, function, payload, UInt256.ONE).orThrow().message();
  }

  @Test
  void followsADepositAndItsAnswer() {
    L1ToL2Message deposit = send("deposit", FIVE);
    spy.assertSent(deposit).once();
    spy.assertNotHandled(deposit);

    net.await(deposit, ACCEPTED_ON_L2);
    spy.assertHandled(m -> m.from(L1).to(bridge).calling("deposit").carrying(FIVE)).once();
    spy.assertHandled(m -> m.calling(Selector.ofName("deposit"))).once();
    spy.assertSent(m -> m.from(bridge).to(L1)).once();
    spy.assertSent(m -> m).times(2);
    spy.assertNotHandled(m -> m.from(bridge));
    spy.assertNotSent(m -> m.calling("pause"));

    var answer = net.messagesFrom(bridge).get(0);
    net.await(answer, CONSUMABLE);
    net.core(L1).consumeMessageFromL2(answer).orThrow();
    assertThat(spy.assertHandled(m -> m.from(bridge)).once()).isEqualTo(answer);
    spy.assertHandled(m -> m).times(2);
  }

  @Test
  void eachCriterionTellsMessagesApart() {
    send("deposit", FIVE);
    spy.assertNotSent(m -> m.from(bridge));
    spy.assertNotSent(m -> m.to(ALICE));
    spy.assertNotSent(m -> m.calling("pause"));
    spy.assertNotSent(m -> m.carrying(SIX));
    spy.assertNotSent(m -> m.where("to L1", message -> !(message instanceof L1ToL2Message)));
    spy.assertSent(m -> m.where("to L2", message -> message instanceof L1ToL2Message)).once();
  }

  @Test
  void whatAHandlerDidBeforeItFailedIsNotSent() {
    net.faults().handler(bridge, "deposit").failsOnce();
    L1ToL2Message first = send("deposit", FIVE);
    L1ToL2Message second = send("deposit", SIX);
    net.await(second, ACCEPTED_ON_L2);
    spy.assertFailed(first).once();
    spy.assertNotHandled(first);
    spy.assertHandled(second).once();
    spy.assertSent(m -> m.from(bridge)).once();
    spy.assertFailed(m -> m.to(bridge)).once();
  }

  @Test
  void seesNothingOfWhatWasBefore() {
    L1ToL2Message deposit = send("deposit", FIVE);
    StarknetSpy late = Spy.on(net);
    late.assertNotSent(m -> m);
    net.await(deposit, ACCEPTED_ON_L2);
    late.assertHandled(deposit).once();
    late.assertSent(m -> m).once();
  }

  @Test
  void whatAReorganisationLosesWasNotSent() {
    send("deposit", FIVE);
    spy.assertSent(m -> m).once();
    net.reorganise(1);
    spy.assertNotSent(m -> m);
    net.advance(Duration.ofHours(1));
    spy.assertNotHandled(m -> m);
    send("deposit", FIVE);
    spy.assertSent(m -> m).once();
  }

  @Test
  void whatL2TakesBackWasNotHandled() {
    L1ToL2Message deposit = send("deposit", FIVE);
    net.await(deposit, ACCEPTED_ON_L2);
    net.reorganise((int) net.l1().block().number().bits() - 1);
    spy.assertHandled(deposit);
    net.runUntil(() -> net.messagesFrom(bridge).isEmpty(), Duration.ofHours(1));
    spy.assertNotHandled(m -> m);
    spy.assertNotSent(m -> m);
    assertThatThrownBy(() -> spy.assertHandled(deposit))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("\n  * L1 #1 sent: m1 l1Bridge → bridge.deposit ")
        .hasMessageContaining(" handled: m1 l1Bridge → bridge.deposit [0xa11ce, 0x5, 0x0] (taken");
  }

  @Test
  void aFailedAssertionListsWhatWasSeen() {
    assertThatThrownBy(() -> spy.assertSent(m -> m))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "expected sent: a message\nbut found none; nothing was seen since the spy began");
    net.faults().handler(bridge, "deposit").failsAlways();
    send("pause", Payload.EMPTY);
    L1ToL2Message deposit = send("deposit", FIVE);
    net.await(deposit, REVERTED_ON_L2);
    String block = net.messages().get(1).state().since().number().toString();
    String seen =
        """
        ; seen since the spy began (* is meant):
            L1 #1 sent: m1 l1Bridge → bridge.pause []
          * L1 #2 sent: m2 l1Bridge → bridge.deposit [0xa11ce, 0x5, 0x0]
            L2 #%s handled: m1 l1Bridge → bridge.pause []
          * L2 #%s failed: m2 l1Bridge → bridge.deposit [0xa11ce, 0x5, 0x0]: "fault\""""
            .formatted(block, block);
    assertThatThrownBy(() -> spy.assertHandled(m -> m.from(L1).to(bridge).calling("deposit")))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "expected handled: a message from l1Bridge to bridge calling deposit\nbut found none"
                + seen);
    assertThatThrownBy(() -> spy.assertSent(deposit).times(2))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "expected sent: 2 messages with the tracing id "
                + deposit.hash()
                + "\nbut found 1"
                + seen);
    assertThatThrownBy(() -> spy.assertNotSent(m -> m.carrying(FIVE)))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "expected not sent: a message carrying [0xa11ce, 0x5, 0x0]\nbut found 1" + seen);
    assertThatThrownBy(() -> spy.assertSent(m -> m).once())
        .hasMessageStartingWith("expected sent: exactly 1 message\nbut found 2;");
    assertThatThrownBy(() -> spy.assertSent(m -> m).times(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("assertNot");
  }

  @CrosslineTest
  @EnabledIf("io.crossline.testkit.RunOnPurpose#isRunning")
  static class Failing {
    @Test
    void isNotHandledYet(StarknetNetwork net) {
      net.account("l1Bridge", L1, UInt256.of(1_000));
      StarknetSpy watching = Spy.on(net);
      net.core(L1).sendMessageToL2(Felt.ONE, "deposit", FIVE, UInt256.ONE).orThrow();
      watching.assertSent(m -> m.from(L1)).once();
      watching.assertHandled(m -> m.from(L1));
    }
  }

  @Test
  void aFailedAssertionFailsTheTestAndItsTimelineIsPrinted() {
    RunOnPurpose run = RunOnPurpose.of(Failing.class).ended(0, 1);
    run.tests()
        .failed()
        .assertEventsMatchExactly(
            finishedWithFailure(
                instanceOf(AssertionError.class),
                message(
                    text ->
                        text.startsWith(
                            "expected handled: a message from l1Bridge\nbut found none; seen since"
                                + " the spy began (* is meant):\n  * L1 #1 sent: m1 l1Bridge → "))));
    assertThat(run.printed())
        .contains(
            "timeline of StarknetSpyTest$Failing#isNotHandledYet, Starknet:\n  00:00:00 L1 #1");
  }
}
