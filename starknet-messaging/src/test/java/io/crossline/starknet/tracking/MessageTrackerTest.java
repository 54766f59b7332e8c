// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import static io.crossline.starknet.tracking.MessageStatus.ACCEPTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.CANCELLATION_REQUESTED;
import static io.crossline.starknet.tracking.MessageStatus.CONFIRMED;
import static io.crossline.starknet.tracking.MessageStatus.CONSUMABLE;
import static io.crossline.starknet.tracking.MessageStatus.CONSUMED;
import static io.crossline.starknet.tracking.MessageStatus.LEFT_OUT;
import static io.crossline.starknet.tracking.MessageStatus.REVERTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.ROLLED_BACK;
import static io.crossline.starknet.tracking.MessageStatus.SENT;
import static io.crossline.starknet.tracking.MessageStatus.SETTLED;
import static io.crossline.starknet.tracking.TrackerFixture.ALICE;
import static io.crossline.starknet.tracking.TrackerFixture.BOB;
import static io.crossline.starknet.tracking.TrackerFixture.CORE;
import static io.crossline.starknet.tracking.TrackerFixture.TRANSACTION;
import static io.crossline.starknet.tracking.TrackerFixture.arrived;
import static io.crossline.starknet.tracking.TrackerFixture.consumed;
import static io.crossline.starknet.tracking.TrackerFixture.handled;
import static io.crossline.starknet.tracking.TrackerFixture.reverted;
import static io.crossline.starknet.tracking.TrackerFixture.sent;
import static io.crossline.starknet.tracking.TrackerFixture.sentToL1;
import static io.crossline.starknet.tracking.TrackerFixture.settled;
import static io.crossline.starknet.tracking.TrackerFixture.started;
import static io.crossline.starknet.tracking.TrackerFixture.timeOfL1;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.event.LogMessageToL2;
import io.crossline.starknet.tracking.MessageState.Cancellation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a tracker says of messages as their blocks come in. */
class MessageTrackerTest {
  private static final L1ToL2Message DEPOSIT = TrackerFixture.toL2(4);
  private static final L2ToL1Message ANSWER = TrackerFixture.toL1(9);

  private final TrackerFixture f = new TrackerFixture();

  @Test
  void aDepositAndItsAnswerGoTheWholeWay() {
    f.l1(sent(DEPOSIT));
    assertThat(f.mirror.news()).isEqualTo("+SENT");
    f.l1();
    f.l1();
    assertThat(f.mirror.news()).isEmpty();
    f.l1();
    assertThat(f.mirror.news()).isEqualTo("+CONFIRMED");
    for (int i = 0; i < 4; i++) {
      f.l2();
    }
    f.l2(handled(DEPOSIT, ANSWER));
    assertThat(f.mirror.news()).isEqualTo("+ACCEPTED_ON_L2 +SENT");
    f.l1(arrived(ANSWER), settled(DEPOSIT));
    assertThat(f.mirror.news()).isEqualTo("+CONSUMABLE +SETTLED");
    f.l1(consumed(ANSWER));
    assertThat(f.mirror.news()).isEqualTo("+CONSUMED");

    MessageState state = f.state(DEPOSIT);
    assertThat(state.path())
        .extracting(Reached::status)
        .containsExactly(SENT, CONFIRMED, ACCEPTED_ON_L2, SETTLED);
    assertThat(state.path())
        .extracting(reached -> reached.at().toString().substring(0, 5))
        .containsExactly("L1 #1", "L1 #4", "L2 #5", "L1 #5");
    assertThat(state.since()).isEqualTo(new BlockPoint(Layer.L1, UInt64.of(5), timeOfL1(5)));
    assertThat(state.message()).contains(DEPOSIT.withFee(TrackerFixture.FEE));
    assertThat(state.execution().orElseThrow().transactionHash()).isEqualTo(TRANSACTION);
    assertThat(state.advice()).isEmpty();
    f.mirror.assertMirrors(f.tracker);
  }

  @Test
  void bothFormsOfTheLogAreTracked() {
    L1ToL2Message old = TrackerFixture.toL2(5);
    f.l1(sent(DEPOSIT), new LogMessageToL2(old));
    assertThat(f.status(DEPOSIT)).isEqualTo(SENT);
    assertThat(f.status(old)).isEqualTo(SENT);
    assertThat(f.state(DEPOSIT).advice().get(0).cost()).contains("the fee of 30000 wei");
    assertThat(f.state(old).advice().get(0).cost()).contains("the fee is not refunded");
  }

  @Test
  void logsOfOtherContractsArePassedOver() {
    EthAddress other = EthAddress.parse("0x00000000000000000000000000000000000000dd");
    Log log = sent(DEPOSIT).toLog(other);
    ObservedL1Block block = TrackerFixture.l1Block(f.l1);
    f.tracker.append(
        new ObservedL1Block(block.info(), block.hash(), block.parentHash(), List.of(log)));
    assertThat(f.tracker.states()).isEmpty();
    f.l1(sent(DEPOSIT));
    assertThat(f.tracker.states()).hasSize(1);
  }

  @Test
  void confirmationsAreAParameter() {
    for (int needed : new int[] {0, 1, 5}) {
      TrackerFixture g = new TrackerFixture(TrackerSettings.of(CORE).withConfirmations(needed));
      g.l1(sent(DEPOSIT));
      for (int i = 0; i < needed; i++) {
        assertThat(g.status(DEPOSIT)).isEqualTo(SENT);
        assertThat(g.state(DEPOSIT).waitsFor()).contains("L1 #" + (1 + needed));
        g.l1();
      }
      assertThat(g.status(DEPOSIT)).isEqualTo(CONFIRMED);
    }
  }

  @Test
  void aShallowReorgOfL1TakesConfirmationsBack() {
    f.l1(sent(DEPOSIT));
    f.l1();
    f.l1();
    f.l1();
    f.mirror.news();
    f.l1BackTo(3);
    assertThat(f.mirror.news()).isEqualTo("-CONFIRMED");
    assertThat(f.status(DEPOSIT)).isEqualTo(SENT);
    f.l1();
    assertThat(f.mirror.news()).isEqualTo("+CONFIRMED");
    assertThat(f.state(DEPOSIT).since().number()).isEqualTo(UInt64.of(4));
  }

  @Test
  void aDeepReorgOfL1TakesTheSendingBackUntilItIsIncludedAgain() {
    f.l1();
    f.l1(sent(DEPOSIT));
    f.l1();
    f.l1();
    f.l1();
    f.l2();
    f.l2();
    f.l2();
    f.l2();
    f.l2();
    f.l2(handled(DEPOSIT));
    f.mirror.news();
    f.l1BackTo(1);
    assertThat(f.mirror.news())
        .isEqualTo("-ACCEPTED_ON_L2 -CONFIRMED -SENT +ACCEPTED_ON_L2 +ROLLED_BACK");
    MessageState lost = f.state(DEPOSIT);
    assertThat(lost.status()).isEqualTo(ROLLED_BACK);
    assertThat(lost.since().number()).isEqualTo(UInt64.of(2));
    assertThat(lost.reason().orElseThrow()).contains("no longer on L1");
    assertThat(lost.advice())
        .singleElement()
        .satisfies(
            advice -> {
              assertThat(advice.operation()).isEqualTo(Advice.CoreFunction.SEND);
              assertThat(advice.caller()).contains(ALICE);
            });
    f.l1();
    f.l1();
    f.l1(sent(DEPOSIT));
    assertThat(f.mirror.news()).isEqualTo("+SENT +ACCEPTED_ON_L2");
    assertThat(f.state(DEPOSIT).path().get(0).at().number()).isEqualTo(UInt64.of(4));
    f.mirror.assertMirrors(f.tracker);
  }

  @Test
  void aReorgOfL2TakesTheHandlingAndItsMessagesBack() {
    f.l1(sent(DEPOSIT));
    f.l2();
    f.l2(handled(DEPOSIT, ANSWER));
    f.l1();
    f.l1();
    f.l1();
    assertThat(f.mirror.news()).isEqualTo("+SENT +ACCEPTED_ON_L2 +SENT");
    f.l2BackTo(1);
    // The confirmations came meanwhile, and now they show.
    assertThat(f.mirror.news()).isEqualTo("-SENT -ACCEPTED_ON_L2 +CONFIRMED +ROLLED_BACK");
    assertThat(f.status(DEPOSIT)).isEqualTo(CONFIRMED);
    assertThat(f.statuses(ANSWER)).containsExactly(ROLLED_BACK);
    f.l2(reverted(DEPOSIT, "paused"));
    assertThat(f.mirror.news()).isEqualTo("+REVERTED_ON_L2");
    assertThat(f.status(DEPOSIT)).isEqualTo(REVERTED_ON_L2);
    f.mirror.assertMirrors(f.tracker);
  }

  @Test
  void anL2ReceiptMayComeBeforeItsLog() {
    f.l2(reverted(DEPOSIT, "paused"));
    MessageState early = f.tracker.state(MessageId.toL2(DEPOSIT.hash())).orElseThrow();
    assertThat(early.status()).isEqualTo(REVERTED_ON_L2);
    assertThat(early.message()).isEmpty();
    assertThat(early.advice().get(0).caller()).isEmpty();
    f.l1(sent(DEPOSIT));
    assertThat(f.mirror.news()).isEqualTo("+REVERTED_ON_L2");
    assertThat(f.state(DEPOSIT).path())
        .extracting(Reached::status)
        .containsExactly(SENT, REVERTED_ON_L2);
    assertThat(f.state(DEPOSIT).reason()).contains("paused");
    assertThat(f.state(DEPOSIT).advice().get(0).caller()).contains(ALICE);
  }

  @Test
  void aSettlementMayComeBeforeTheL2Block() {
    f.l1(sent(DEPOSIT));
    f.l1(arrived(ANSWER), settled(DEPOSIT));
    f.mirror.news();
    f.l2(handled(DEPOSIT, ANSWER));
    assertThat(f.mirror.news()).isEmpty();
    assertThat(f.status(DEPOSIT)).isEqualTo(SETTLED);
    assertThat(f.statuses(ANSWER)).containsExactly(CONSUMABLE);
    assertThat(f.state(DEPOSIT).execution()).isPresent();
    assertThat(f.tracker.states(ANSWER).get(0).path())
        .extracting(Reached::status)
        .containsExactly(SENT, CONSUMABLE);
  }

  @Test
  void equalMessagesToL1AreCounted() {
    f.l2(sentToL1(ANSWER, ANSWER), sentToL1(ANSWER, TrackerFixture.toL1(8)));
    assertThat(f.statuses(ANSWER)).containsExactly(SENT, SENT, SENT);
    f.l1(arrived(ANSWER), arrived(ANSWER), consumed(ANSWER));
    assertThat(f.statuses(ANSWER)).containsExactly(CONSUMED, CONSUMABLE, SENT);
    f.l1(consumed(ANSWER), arrived(ANSWER));
    assertThat(f.statuses(ANSWER)).containsExactly(CONSUMED, CONSUMED, CONSUMABLE);
    assertThat(f.statuses(TrackerFixture.toL1(8))).containsExactly(SENT);
    f.l1BackTo(1);
    assertThat(f.statuses(ANSWER)).containsExactly(CONSUMED, CONSUMABLE, SENT);
    f.l1BackTo(0);
    assertThat(f.statuses(ANSWER)).containsExactly(SENT, SENT, SENT);
    f.mirror.assertMirrors(f.tracker);
  }

  @Test
  void whatCanBeConsumedSaysByWhom() {
    f.l2(sentToL1(ANSWER));
    assertThat(f.tracker.states(ANSWER).get(0).advice()).isEmpty();
    f.l1(arrived(ANSWER));
    Advice advice = f.tracker.states(ANSWER).get(0).advice().get(0);
    assertThat(advice.operation()).isEqualTo(Advice.CoreFunction.CONSUME);
    assertThat(advice.caller()).contains(BOB);
    assertThat(advice.earliest()).isEqualTo(timeOfL1(1));
  }

  @Test
  void aWordThatIsNoFeltIsLeftOutAtOnce() {
    L1ToL2Message message = TrackerFixture.tooLargeForL2(1);
    f.l1(sent(message));
    assertThat(f.mirror.news()).isEqualTo("+SENT +LEFT_OUT");
    assertThat(f.status(message)).isEqualTo(LEFT_OUT);
    assertThat(f.state(message).reason().orElseThrow()).contains("payload word 0");
    assertThat(f.state(message).advice().get(0).operation())
        .isEqualTo(Advice.CoreFunction.START_CANCELLATION);
    f.l1();
    f.l1();
    f.l1();
    assertThat(f.status(message)).isEqualTo(LEFT_OUT);
  }

  @Test
  void messagesOfBothDirectionsWithTheSameHashAreKeptApart() {
    // Nonce 2 stands where the payload length of the other direction does: selector, length 0.
    L1ToL2Message down =
        L1ToL2Message.of(
            ALICE, TrackerFixture.HANDLER, Selector.ofName("f"), Payload.EMPTY, UInt256.of(2));
    L2ToL1Message up =
        L2ToL1Message.of(
            ALICE, TrackerFixture.HANDLER, Payload.of(Felt.of(down.selector()), Felt.ZERO));
    assertThat(up.hash()).isEqualTo(down.hash());
    f.l1(sent(down));
    f.l2(sentToL1(up));
    f.l1(arrived(up));
    assertThat(f.status(down)).isEqualTo(SENT);
    assertThat(f.statuses(up)).containsExactly(CONSUMABLE);
  }

  @Test
  void cancellationSaysFromWhenItCanBeCompleted() {
    TrackerFixture g =
        new TrackerFixture(TrackerSettings.of(CORE).withCancellationDelay(Duration.ofSeconds(100)));
    g.l1(sent(DEPOSIT));
    g.l1(started(DEPOSIT));
    MessageState state = g.state(DEPOSIT);
    assertThat(state.status()).isEqualTo(CANCELLATION_REQUESTED);
    assertThat(state.cancellation())
        .contains(new Cancellation(state.since(), timeOfL1(2).plusSeconds(100)));
    Advice cancel = state.advice().get(0);
    assertThat(cancel.operation()).isEqualTo(Advice.CoreFunction.CANCEL);
    assertThat(cancel.isOpenAt(timeOfL1(2).plusSeconds(99))).isFalse();
    assertThat(cancel.isOpenAt(timeOfL1(2).plusSeconds(100))).isTrue();
    assertThat(cancel.cost()).isEqualTo("the fee of 30000 wei is not refunded");
    assertThat(state.toString()).contains("status", "waits for", "you can    cancelL1ToL2Message");

    g.tracker.cancellationDelay(Duration.ofSeconds(7));
    assertThat(g.state(DEPOSIT).cancellation().map(Cancellation::completableFrom))
        .contains(timeOfL1(2).plusSeconds(7));
    g.tracker.cancellationDelay(Duration.ofSeconds(Long.MAX_VALUE));
    assertThat(g.state(DEPOSIT).cancellation().map(Cancellation::completableFrom))
        .contains(Instant.MAX);
    assertThat(f.tracker.state(DEPOSIT)).isEqualTo(Optional.empty());
  }
}
