// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

import static io.crossline.starknet.l1.CoreFixture.ALICE;
import static io.crossline.starknet.l1.CoreFixture.BOB;
import static io.crossline.starknet.l1.CoreFixture.CORE;
import static io.crossline.starknet.l1.CoreFixture.FEE;
import static io.crossline.starknet.l1.CoreFixture.GOVERNOR;
import static io.crossline.starknet.l1.CoreFixture.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.abi.Panic;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.CoreRules;
import io.crossline.starknet.event.CoreEvents;
import io.crossline.starknet.event.MessageToL2Canceled;
import io.crossline.starknet.event.MessageToL2CancellationStarted;
import org.junit.jupiter.api.Test;

class CancellationTest {
  private static final long DELAY = 432_000;

  private final CoreFixture fixture = new CoreFixture();
  private final SentMessage sent = fixture.send();
  private final CoreCaller alice = fixture.core.as(ALICE);

  @Test
  void isAllowedExactlyAfterTheDelayAndRefundsNothing() {
    Outcome<?> started = alice.startL1ToL2MessageCancellation(sent.message());
    assertThat(CoreEvents.decodeAll(CORE, started.logs()))
        .hasSize(1)
        .first()
        .isInstanceOf(MessageToL2CancellationStarted.class);
    fixture.advance(DELAY - 1);
    var before = fixture.state(sent.hash());
    assertRefused(
        alice.cancelL1ToL2Message(sent.message()), "MESSAGE_CANCELLATION_NOT_ALLOWED_YET");
    assertThat(fixture.state(sent.hash())).isEqualTo(before);
    fixture.advance(1);
    Outcome<?> cancelled = alice.cancelL1ToL2Message(sent.message());
    assertThat(CoreEvents.decodeAll(CORE, cancelled.logs()))
        .hasSize(1)
        .first()
        .isInstanceOf(MessageToL2Canceled.class);
    assertThat(fixture.core.l1ToL2Messages(sent.hash())).isEqualTo(UInt256.ZERO);
    assertThat(fixture.core.l1ToL2MessageCancellations(sent.hash()))
        .isEqualTo(UInt256.of(1_000_000));
    assertThat(fixture.chain.balance(CORE)).isEqualTo(FEE);
  }

  @Test
  void everyRequestRestartsTheClock() {
    alice.startL1ToL2MessageCancellation(sent.message()).orThrow();
    fixture.advance(DELAY);
    alice.startL1ToL2MessageCancellation(sent.message()).orThrow();
    assertRefused(
        alice.cancelL1ToL2Message(sent.message()), "MESSAGE_CANCELLATION_NOT_ALLOWED_YET");
    fixture.advance(DELAY);
    assertThat(alice.cancelL1ToL2Message(sent.message()).isAccepted()).isTrue();
  }

  @Test
  void onlyTheSenderOfAPendingMessageCanAsk() {
    var before = fixture.state(sent.hash());
    assertRefused(
        fixture.core.as(BOB).startL1ToL2MessageCancellation(sent.message()),
        "NO_MESSAGE_TO_CANCEL");
    assertRefused(fixture.core.as(BOB).cancelL1ToL2Message(sent.message()), "NO_MESSAGE_TO_CANCEL");
    assertRefused(alice.cancelL1ToL2Message(sent.message()), "MESSAGE_CANCELLATION_NOT_REQUESTED");
    assertThat(fixture.state(sent.hash())).isEqualTo(before);
  }

  @Test
  void aChangedDelayActsAtOnce() {
    alice.startL1ToL2MessageCancellation(sent.message()).orThrow();
    fixture.core.as(GOVERNOR).transact(new SetMessageCancellationDelay(UInt256.ZERO)).orThrow();
    assertThat(alice.cancelL1ToL2Message(sent.message()).isAccepted()).isTrue();
  }

  @Test
  void anOverflowingTimePanicsOrIsNamed() {
    CoreFixture checked = new CoreFixture(s -> s.messageCancellationDelay(UInt256.MAX));
    SentMessage message = checked.send();
    checked.core.as(ALICE).startL1ToL2MessageCancellation(message.message()).orThrow();
    assertRefused(checked.core.as(ALICE).cancelL1ToL2Message(message.message()), Panic.ARITHMETIC);
    CoreFixture wrapping =
        new CoreFixture(
            s -> s.messageCancellationDelay(UInt256.MAX).rules(CoreRules.byName("v0.11.0-pre3")));
    SentMessage other = wrapping.send();
    wrapping.core.as(ALICE).startL1ToL2MessageCancellation(other.message()).orThrow();
    assertRefused(
        wrapping.core.as(ALICE).cancelL1ToL2Message(other.message()),
        "CANCEL_ALLOWED_TIME_OVERFLOW");
  }
}
