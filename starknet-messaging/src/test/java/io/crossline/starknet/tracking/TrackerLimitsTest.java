// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import static io.crossline.starknet.tracking.TrackerFixture.CORE;
import static io.crossline.starknet.tracking.TrackerFixture.arrived;
import static io.crossline.starknet.tracking.TrackerFixture.cancelled;
import static io.crossline.starknet.tracking.TrackerFixture.consumed;
import static io.crossline.starknet.tracking.TrackerFixture.handled;
import static io.crossline.starknet.tracking.TrackerFixture.sent;
import static io.crossline.starknet.tracking.TrackerFixture.settled;
import static io.crossline.starknet.tracking.TrackerFixture.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.crossline.core.follow.BlockOutOfReachException;
import io.crossline.core.follow.ConflictingBlockException;
import io.crossline.core.follow.MissingBlockException;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.event.EventTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Blocks that do not fit, limits, forgetting, and listeners that misbehave. */
class TrackerLimitsTest {
  private static final L1ToL2Message MESSAGE = TrackerFixture.toL2(0);
  private static final L2ToL1Message ANSWER = TrackerFixture.toL1(0);
  private static final UInt64 ALL = UInt64.of(1_000_000);

  private final TrackerFixture f =
      new TrackerFixture(TrackerSettings.of(CORE).withUndoableBlocks(3, 3));

  @Test
  void theSameBlockTwiceChangesNothing() {
    ObservedL1Block first = f.l1(sent(MESSAGE));
    ObservedL2Block second = f.l2(handled(MESSAGE, ANSWER));
    f.l1();
    f.mirror.news();
    assertThat(f.tracker.append(first)).isFalse();
    assertThat(f.tracker.append(second)).isFalse();
    assertThat(f.mirror.told).isEmpty();
    assertThat(f.statuses(ANSWER)).hasSize(1);
  }

  @Test
  void anotherBlockWithTheSameNumberNamesBothHashes() {
    ObservedL1Block known = f.l1(sent(MESSAGE));
    f.l1.back(0);
    ObservedL1Block other = TrackerFixture.l1Block(f.l1);
    ConflictingBlockException e =
        catchThrowableOfType(ConflictingBlockException.class, () -> f.tracker.append(other));
    assertThat(e.known()).isEqualTo(known.hash());
    assertThat(e.found()).isEqualTo(other.hash());
    assertThat(e.number()).isEqualTo(UInt64.ONE);
    assertThat(e.chain()).isEqualTo("L1");
    assertThat(e).hasMessageContaining(known.hash().toString());
    assertThat(e).hasMessageContaining(other.hash().toString());
    assertThat(f.status(MESSAGE)).isEqualTo(MessageStatus.SENT);
    f.tracker.rollbackTo(Layer.L1, UInt64.ZERO);
    assertThat(f.tracker.append(other)).isTrue();
  }

  @Test
  void anotherParentIsAReorganisationToo() {
    ObservedL2Block known = f.l2();
    ObservedL2Block next = TrackerFixture.l2Block(f.l2);
    ObservedL2Block stranger =
        new ObservedL2Block(next.info(), next.hash(), Bytes32.ZERO, List.of());
    ConflictingBlockException e =
        catchThrowableOfType(ConflictingBlockException.class, () -> f.tracker.append(stranger));
    assertThat(e.known()).isEqualTo(known.hash());
    assertThat(e.found()).isEqualTo(Bytes32.ZERO);
    assertThat(e.number()).isEqualTo(UInt64.ONE);
    assertThat(f.tracker.append(next)).isTrue();
  }

  @Test
  void blocksWithoutLogsNeedNoHeader() {
    f.l1();
    TrackerFixture.l1Block(f.l1);
    TrackerFixture.l1Block(f.l1);
    ObservedL1Block last = TrackerFixture.l1Block(f.l1);
    assertThat(f.tracker.appendWithNothingSince(UInt64.of(2), last)).isTrue();
    assertThat(f.tracker.appendWithNothingSince(UInt64.of(2), last)).isFalse();
    assertThat(f.tracker.head(Layer.L1).orElseThrow().number()).isEqualTo(UInt64.of(4));
    TrackerFixture.l1Block(f.l1);
    ObservedL1Block next = TrackerFixture.l1Block(f.l1);
    assertThatThrownBy(() -> f.tracker.appendWithNothingSince(UInt64.of(6), next))
        .isInstanceOf(MissingBlockException.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> f.tracker.appendWithNothingSince(UInt64.of(7), next));
    assertThat(f.tracker.appendWithNothingSince(UInt64.of(5), next)).isTrue();
    f.tracker.rollbackTo(Layer.L1, UInt64.of(3));
    assertThat(f.tracker.head(Layer.L1).orElseThrow().number()).isEqualTo(UInt64.of(3));
  }

  @Test
  void aGapIsRefused() {
    f.l1();
    ObservedL1Block missing = TrackerFixture.l1Block(f.l1);
    ObservedL1Block next = TrackerFixture.l1Block(f.l1);
    MissingBlockException e =
        catchThrowableOfType(MissingBlockException.class, () -> f.tracker.append(next));
    assertThat(e.expected()).isEqualTo(UInt64.of(2));
    f.tracker.append(missing);
    f.tracker.append(next);
    assertThat(f.tracker.head(Layer.L1).orElseThrow().number()).isEqualTo(UInt64.of(3));
    assertThat(f.tracker.head(Layer.L2)).isEmpty();
  }

  @Test
  void aRollbackGoesAsDeepAsTheLimitAndNoDeeper() {
    for (int i = 0; i < 5; i++) {
      f.l1(sent(TrackerFixture.toL2(i)));
    }
    BlockOutOfReachException e =
        catchThrowableOfType(
            BlockOutOfReachException.class, () -> f.tracker.rollbackTo(Layer.L1, UInt64.ONE));
    assertThat(e.oldest()).isEqualTo(UInt64.of(2));
    assertThat(e).hasMessageContaining("l1UndoableBlocks").hasMessageContaining("3");
    assertThat(f.tracker.head(Layer.L1).orElseThrow().number()).isEqualTo(UInt64.of(5));
    f.l1BackTo(2);
    assertThat(f.status(TrackerFixture.toL2(1))).isEqualTo(MessageStatus.SENT);
    assertThat(f.status(TrackerFixture.toL2(2))).isEqualTo(MessageStatus.ROLLED_BACK);
    f.l1();
    f.mirror.assertMirrors(f.tracker);
  }

  @Test
  void aBlockBelowThoseThatAreRememberedIsRefused() {
    ObservedL1Block first = f.l1();
    ObservedL1Block second = f.l1();
    f.l1();
    f.l1();
    f.l1();
    assertThat(f.tracker.append(second)).isFalse();
    assertThatThrownBy(() -> f.tracker.append(first)).isInstanceOf(BlockOutOfReachException.class);
  }

  @Test
  void aRollbackToTheHeadOrAboveTakesNothingBack() {
    f.l1(sent(MESSAGE));
    f.mirror.news();
    f.tracker.rollbackTo(Layer.L1, UInt64.ONE);
    f.tracker.rollbackTo(Layer.L1, UInt64.of(9));
    f.tracker.rollbackTo(Layer.L2, UInt64.ZERO);
    assertThat(f.mirror.told).isEmpty();
  }

  @Test
  void aMalformedLogLeavesTheTrackerAsItWas() {
    ObservedL1Block block = TrackerFixture.l1Block(f.l1, sent(MESSAGE));
    List<Log> logs = new ArrayList<>(block.logs());
    logs.add(new Log(CORE, List.of(EventTopics.LOG_MESSAGE_TO_L2), Bytes.EMPTY));
    assertThatThrownBy(
            () ->
                f.tracker.append(
                    new ObservedL1Block(block.info(), block.hash(), block.parentHash(), logs)))
        .isInstanceOf(MalformedInputException.class);
    assertThat(f.tracker.states()).isEmpty();
    assertThat(f.tracker.head(Layer.L1)).isEmpty();
    assertThat(f.tracker.append(block)).isTrue();
  }

  @Test
  void timesThatCannotBeAreRefused() {
    ObservedL1Block first = f.l1();
    for (UInt64 time : List.of(first.info().timestamp().minus(UInt64.ONE), UInt64.MAX)) {
      ObservedL1Block next =
          new ObservedL1Block(
              new BlockInfo(UInt64.of(2), time), Bytes32.ZERO, first.hash(), List.of());
      assertThatThrownBy(() -> f.tracker.append(next))
          .isInstanceOf(MalformedInputException.class)
          .hasMessageContaining("timestamp " + time);
    }
    assertThat(f.tracker.head(Layer.L1).orElseThrow().number()).isEqualTo(UInt64.ONE);
  }

  @Test
  void settingsAreChecked() {
    TrackerSettings good = TrackerSettings.of(CORE);
    assertThatIllegalArgumentException().isThrownBy(() -> good.withConfirmations(-1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> good.withCancellationDelay(Duration.ofSeconds(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> good.withUndoableBlocks(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> good.withUndoableBlocks(1, 0));
    assertThat(good.cancellationDelay()).isEqualTo(Duration.ofSeconds(432_000));
  }

  @Test
  void aRevertedReceiptSendsNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ObservedReceipt(
                    TrackerFixture.TRANSACTION,
                    Optional.empty(),
                    Optional.of("why"),
                    List.of(ANSWER)));
  }

  @Test
  void finishedMessagesOutOfReachCanBeForgotten() {
    L1ToL2Message open = TrackerFixture.toL2(1);
    L1ToL2Message late = TrackerFixture.toL2(2);
    f.l1(sent(MESSAGE), sent(open), sent(late));
    f.l2(handled(MESSAGE, ANSWER, ANSWER));
    f.l1(settled(MESSAGE), arrived(ANSWER), arrived(ANSWER), consumed(ANSWER));
    assertThat(f.tracker.forgetFinished(ALL, ALL)).as("in reach of a rollback").isZero();
    f.l1();
    f.l1();
    f.l1(cancelled(late));
    assertThat(f.tracker.forgetFinished(ALL, ALL)).as("L2 is behind").isZero();
    f.l2();
    f.l2();
    f.l2();
    f.l2();
    assertThat(f.tracker.forgetFinished(UInt64.of(2), ALL)).as("from block 2 on kept").isZero();
    assertThat(f.tracker.forgetFinished(UInt64.of(3), ALL)).isEqualTo(1);
    assertThat(f.tracker.state(MESSAGE)).isEmpty();
    assertThat(f.status(open)).isEqualTo(MessageStatus.CONFIRMED);
    assertThat(f.status(late)).isEqualTo(MessageStatus.CANCELLED);
    assertThat(f.tracker.states(ANSWER))
        .singleElement()
        .satisfies(
            state -> {
              assertThat(state.id().copy()).isEqualTo(1);
              assertThat(state.status()).isEqualTo(MessageStatus.CONSUMABLE);
            });
    f.l1(consumed(ANSWER));
    assertThat(f.statuses(ANSWER)).containsExactly(MessageStatus.CONSUMED);
    f.l1BackTo(5);
    assertThat(f.statuses(ANSWER)).containsExactly(MessageStatus.CONSUMABLE);
  }

  @Test
  void requestsWithoutEndAreNotAllKept() {
    f.l1(sent(MESSAGE));
    for (int i = 0; i < 100; i++) {
      f.l1(started(MESSAGE));
    }
    // Those in reach of a rollback, the one before them, and the sending.
    assertThat(f.state(MESSAGE).path()).hasSizeLessThanOrEqualTo(6);
    f.l1BackTo(98);
    assertThat(f.state(MESSAGE).since().number()).isEqualTo(UInt64.of(98));
    f.l1(settled(MESSAGE));
    assertThat(f.status(MESSAGE)).isEqualTo(MessageStatus.SETTLED);
  }

  @Test
  void aListenerMayAskButNotAppend() {
    List<MessageStatus> asked = new ArrayList<>();
    MessageTracker[] tracker = new MessageTracker[1];
    tracker[0] =
        new MessageTracker(
            TrackerSettings.of(CORE),
            new TrackerListener() {
              @Override
              public void changed(StatusChange change) {
                asked.add(tracker[0].state(change.message()).orElseThrow().status());
                assertThatThrownBy(() -> tracker[0].rollbackTo(Layer.L1, UInt64.ZERO))
                    .isInstanceOf(IllegalStateException.class);
              }

              @Override
              public void retracted(StatusChange change) {}
            });
    tracker[0].append(TrackerFixture.l1Block(f.l1, sent(MESSAGE), started(MESSAGE)));
    assertThat(asked)
        .containsExactly(
            MessageStatus.CANCELLATION_REQUESTED, MessageStatus.CANCELLATION_REQUESTED);
  }

  @Test
  void whatAFailingListenerMissedFollowsAtTheNextCall() {
    List<StatusChange> heard = new ArrayList<>();
    MessageTracker tracker =
        new MessageTracker(
            TrackerSettings.of(CORE),
            new TrackerListener() {
              @Override
              public void changed(StatusChange change) {
                heard.add(change);
                if (heard.size() == 1) {
                  throw new IllegalStateException("out of order");
                }
              }

              @Override
              public void retracted(StatusChange change) {}
            });
    ObservedL1Block block = TrackerFixture.l1Block(f.l1, sent(MESSAGE), started(MESSAGE));
    assertThatThrownBy(() -> tracker.append(block)).hasMessage("out of order");
    assertThat(tracker.append(block)).isFalse();
    assertThat(heard)
        .extracting(change -> change.to().status())
        .containsExactly(MessageStatus.SENT, MessageStatus.CANCELLATION_REQUESTED);
  }
}
