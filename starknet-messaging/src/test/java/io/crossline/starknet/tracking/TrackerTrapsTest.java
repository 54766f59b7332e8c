// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import static io.crossline.starknet.tracking.MessageStatus.ACCEPTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.CANCELLATION_REQUESTED;
import static io.crossline.starknet.tracking.MessageStatus.CANCELLED;
import static io.crossline.starknet.tracking.MessageStatus.CONSUMABLE;
import static io.crossline.starknet.tracking.MessageStatus.CONSUMED;
import static io.crossline.starknet.tracking.MessageStatus.REVERTED_ON_L2;
import static io.crossline.starknet.tracking.MessageStatus.SENT;
import static io.crossline.starknet.tracking.MessageStatus.SETTLED;
import static io.crossline.starknet.tracking.TrackerFixture.ALICE;
import static io.crossline.starknet.tracking.TrackerFixture.CORE;
import static io.crossline.starknet.tracking.TrackerFixture.FEE;
import static io.crossline.starknet.tracking.TrackerFixture.arrived;
import static io.crossline.starknet.tracking.TrackerFixture.cancelled;
import static io.crossline.starknet.tracking.TrackerFixture.consumed;
import static io.crossline.starknet.tracking.TrackerFixture.handled;
import static io.crossline.starknet.tracking.TrackerFixture.reverted;
import static io.crossline.starknet.tracking.TrackerFixture.sent;
import static io.crossline.starknet.tracking.TrackerFixture.sentToL1;
import static io.crossline.starknet.tracking.TrackerFixture.settled;
import static io.crossline.starknet.tracking.TrackerFixture.started;
import static io.crossline.starknet.tracking.TrackerFixture.timeOfL1;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.chain.Chain;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.l1.CoreCaller;
import io.crossline.starknet.l1.CoreSetup;
import io.crossline.starknet.l1.StarknetCore;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The traps of the specification as far as tracking shows them, by their numbers. */
class TrackerTrapsTest {
  private static final L1ToL2Message MESSAGE = TrackerFixture.toL2(0);
  private static final long FIVE_DAYS = 432_000;

  private final TrackerFixture f = new TrackerFixture();
  private final Chain chain = new Chain("L1", new BlockInfo(UInt64.ONE, UInt64.of(1_000)));
  private final StarknetCore core = StarknetCore.deploy(chain, CORE, CoreSetup.builder().build());

  /** Ends the block that the real core contract ran in, and shows it to the tracker. */
  private void mine(long nextTime) {
    f.tracker.append(
        ObservedL1Block.of(
            chain.seal(
                new BlockInfo(chain.block().number().plus(UInt64.ONE), UInt64.of(nextTime)))));
  }

  private CoreCaller alice() {
    chain.mint(ALICE, FEE);
    return core.as(ALICE);
  }

  private L1ToL2Message send() {
    return alice()
        .sendMessageToL2(TrackerFixture.HANDLER, "deposit", MESSAGE.payloadWords(), FEE)
        .orThrow()
        .message();
  }

  @Test
  void trap06_everyAcceptedStartRestartsTheClockAMaturedOneToo() {
    L1ToL2Message message = send();
    alice().startL1ToL2MessageCancellation(message).orThrow();
    mine(1_000 + FIVE_DAYS);
    assertThat(f.state(message).cancellation().orElseThrow().completableFrom())
        .isEqualTo(Instant.ofEpochSecond(1_000 + FIVE_DAYS));
    alice().startL1ToL2MessageCancellation(message).orThrow();
    mine(1_000 + FIVE_DAYS + 1);
    assertThat(f.mirror.news()).isEqualTo("+SENT +CANCELLATION_REQUESTED +CANCELLATION_REQUESTED");
    assertThat(f.state(message).cancellation().orElseThrow().completableFrom())
        .isEqualTo(Instant.ofEpochSecond(1_000 + 2 * FIVE_DAYS));
    // The first request has matured, and the contract agrees that it no longer counts.
    assertThat(alice().cancelL1ToL2Message(message).isAccepted()).isFalse();
  }

  @Test
  void trap06_aFailedStartChangesNothing() {
    L1ToL2Message message = send();
    alice().startL1ToL2MessageCancellation(message).orThrow();
    mine(2_000);
    MessageState before = f.state(message);
    assertThat(core.as(TrackerFixture.BOB).startL1ToL2MessageCancellation(message).isAccepted())
        .isFalse();
    mine(3_000);
    assertThat(f.state(message)).isEqualTo(before);
    assertThat(f.tracker.states()).hasSize(1);
  }

  @Test
  void trap07_aStartAfterTheEndIsNotSeenAndTheEndStands() {
    L1ToL2Message message = send();
    alice().startL1ToL2MessageCancellation(message).orThrow();
    mine(1_000 + FIVE_DAYS);
    alice().cancelL1ToL2Message(message).orThrow();
    mine(1_001 + FIVE_DAYS);
    MessageState ended = f.state(message);
    assertThat(ended.status()).isEqualTo(CANCELLED);
    assertThat(ended.cancellation()).isEmpty();
    assertThat(core.l1ToL2MessageCancellations(message.hash()).isZero()).isFalse();
    assertReverts(alice().startL1ToL2MessageCancellation(message), "NO_MESSAGE_TO_CANCEL");
    mine(1_002 + FIVE_DAYS);
    assertThat(f.state(message)).isEqualTo(ended);
  }

  @Test
  void trap08_adviceNamesTheOnlyCallerAndAsksForAStartFirst() {
    L1ToL2Message message = send();
    mine(2_000);
    Advice advice = f.state(message).advice().get(0);
    assertThat(f.state(message).advice()).hasSize(1);
    assertThat(advice.operation()).isEqualTo(Advice.CoreFunction.START_CANCELLATION);
    EthAddress caller = advice.caller().orElseThrow();
    assertReverts(
        core.as(TrackerFixture.BOB).startL1ToL2MessageCancellation(message),
        "NO_MESSAGE_TO_CANCEL");
    assertReverts(
        core.as(caller).cancelL1ToL2Message(message), "MESSAGE_CANCELLATION_NOT_REQUESTED");
    core.as(caller).startL1ToL2MessageCancellation(message).orThrow();
    mine(3_000);
    Advice next = f.state(message).advice().get(0);
    assertThat(next.operation()).isEqualTo(Advice.CoreFunction.CANCEL);
    long earliest = next.earliest().getEpochSecond();
    chain.restamp(UInt64.of(earliest - 1));
    assertReverts(
        core.as(caller).cancelL1ToL2Message(message), "MESSAGE_CANCELLATION_NOT_ALLOWED_YET");
    mine(earliest);
    core.as(caller).cancelL1ToL2Message(message).orThrow();
    mine(earliest + 1);
    assertThat(f.status(message)).isEqualTo(CANCELLED);
  }

  private static void assertReverts(Outcome<?> outcome, String reason) {
    assertThat(outcome.<String>fold((result, logs) -> "accepted", revert -> revert.description()))
        .isEqualTo(reason);
  }

  @Test
  void trap10_aRunningOrMaturedRequestDoesNotKeepL2FromConsuming() {
    f.l1(sent(MESSAGE));
    f.l1(started(MESSAGE));
    assertThat(f.status(MESSAGE)).isEqualTo(CANCELLATION_REQUESTED);
    assertThat(f.state(MESSAGE).waitsFor()).contains("L2 can still consume it");
    f.l2();
    f.l2();
    f.l2(handled(MESSAGE));
    assertThat(f.status(MESSAGE)).isEqualTo(ACCEPTED_ON_L2);
    // The race goes on until one of the two has landed.
    assertThat(f.state(MESSAGE).advice())
        .extracting(Advice::operation)
        .containsExactly(Advice.CoreFunction.CANCEL);
    f.l1(settled(MESSAGE));
    assertThat(f.status(MESSAGE)).isEqualTo(SETTLED);
    f.l1BackTo(2);
    f.l1(cancelled(MESSAGE));
    assertThat(f.status(MESSAGE)).isEqualTo(CANCELLED);
    assertThat(f.mirror.news())
        .isEqualTo("+SENT +CANCELLATION_REQUESTED +ACCEPTED_ON_L2 +SETTLED -SETTLED +CANCELLED");
  }

  @Test
  void trap21_aRevertedHandlerLeavesTheMessagePendingOnL1() {
    f.l1(sent(MESSAGE));
    f.l2();
    f.l2(reverted(MESSAGE, "bridge paused"));
    MessageState state = f.state(MESSAGE);
    assertThat(state.status()).isEqualTo(REVERTED_ON_L2);
    assertThat(state.status().isFinished()).isFalse();
    assertThat(state.reason()).contains("bridge paused");
    assertThat(state.waitsFor()).contains("L1 holds it");
    assertThat(state.advice().get(0).operation()).isEqualTo(Advice.CoreFunction.START_CANCELLATION);
    f.l1(started(MESSAGE));
    assertThat(f.status(MESSAGE)).isEqualTo(CANCELLATION_REQUESTED);
    assertThat(f.state(MESSAGE).execution().orElseThrow().revertReason()).contains("bridge paused");
    assertThat(f.state(MESSAGE).cancellation().orElseThrow().completableFrom())
        .isEqualTo(timeOfL1(2).plusSeconds(FIVE_DAYS));
  }

  @Test
  void trap12_aReceiverAbove160BitsIsSettledButNeverConsumable() {
    L2ToL1Message real = TrackerFixture.toL1(3);
    L2ToL1Message nobodys = TrackerFixture.toNobody(3);
    f.l2(sentToL1(nobodys, real));
    assertThat(f.tracker.states(nobodys)).hasSize(1);
    assertThat(f.statuses(real)).containsExactly(SENT);
    // L1 shows both with the receiver cut, in the order in which L2 sent them.
    f.l1(arrived(real), arrived(real));
    assertThat(f.statuses(nobodys)).containsExactly(SETTLED);
    assertThat(f.tracker.states(nobodys).get(0).reason().orElseThrow()).contains("160 bits");
    assertThat(f.tracker.states(nobodys).get(0).advice()).isEmpty();
    assertThat(f.statuses(real)).containsExactly(CONSUMABLE);
    f.l1(consumed(real));
    assertThat(f.statuses(nobodys)).containsExactly(SETTLED);
    assertThat(f.statuses(real)).containsExactly(CONSUMED);
  }

  @Test
  void trap12_whatL1ShowedFirstIsCorrectedOnceL2IsSeen() {
    L2ToL1Message real = TrackerFixture.toL1(3);
    f.l1(arrived(real));
    assertThat(f.statuses(real)).containsExactly(CONSUMABLE);
    f.l2(sentToL1(TrackerFixture.toNobody(3)));
    assertThat(f.mirror.news()).isEqualTo("+CONSUMABLE -CONSUMABLE +SENT +SETTLED");
    assertThat(f.tracker.states(real)).isEqualTo(List.of());
    f.mirror.assertMirrors(f.tracker);
  }
}
