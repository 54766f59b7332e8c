// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import static io.crossline.starknet.tracking.MessageStatus.ROLLED_BACK;
import static io.crossline.starknet.tracking.TrackerFixture.tooLargeForL2;
import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.event.CoreEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the table happens in a tracker, and every pair without a row changes nothing. */
class TransitionsTest {
  private static final L1ToL2Message TO_L2 = TrackerFixture.toL2(1);
  private static final L2ToL1Message TO_L1 = TrackerFixture.toL1(1);

  /** What happens to one message, in a tracker of its own. */
  private static final class Story {
    final List<StatusChange> changes = new ArrayList<>();
    final TrackerFixture fixture = new TrackerFixture();
    long now = TrackerFixture.GENESIS;
    L1ToL2Message message = TO_L2;
    L2ToL1Message answer = TO_L1;
    final MessageTracker tracker =
        new MessageTracker(
            TrackerSettings.of(TrackerFixture.CORE),
            new TrackerListener() {
              @Override
              public void changed(StatusChange change) {
                changes.add(change);
              }

              @Override
              public void retracted(StatusChange change) {
                changes.remove(change);
              }
            });

    /** Both layers have one clock here: what happens later has a later time. */
    private BlockInfo now(BlockInfo info) {
      return new BlockInfo(info.number(), UInt64.of(++now));
    }

    void l1(CoreEvent... events) {
      ObservedL1Block block = TrackerFixture.l1Block(fixture.l1, events);
      tracker.append(
          new ObservedL1Block(now(block.info()), block.hash(), block.parentHash(), block.logs()));
    }

    void l2(ObservedReceipt... receipts) {
      ObservedL2Block block = TrackerFixture.l2Block(fixture.l2, receipts);
      tracker.append(
          new ObservedL2Block(
              now(block.info()), block.hash(), block.parentHash(), block.receipts()));
    }

    void leftOut() {
      ObservedL2Block block = TrackerFixture.l2Block(fixture.l2);
      tracker.append(
          new ObservedL2Block(
              now(block.info()),
              block.hash(),
              block.parentHash(),
              List.of(),
              List.of(new ObservedL2Block.LeftOut(message.hash(), "policy"))));
    }

    void happens(MessageEvent event) {
      switch (event) {
        case SENT_ON_L1 -> l1(TrackerFixture.sent(message));
        case WORD_OUT_OF_RANGE ->
            throw new AssertionError("comes with the sending alone, see bringTo");
        case SENT_ON_L2 -> l2(TrackerFixture.sentToL1(answer));
        case CONFIRMATIONS_REACHED -> {
          l1();
          l1();
          l1();
        }
        case HANDLER_SUCCEEDED -> l2(TrackerFixture.handled(message));
        case HANDLER_REVERTED -> l2(TrackerFixture.reverted(message, "why"));
        case LEFT_OUT_BY_SEQUENCER -> leftOut();
        case CANCELLATION_STARTED -> l1(TrackerFixture.started(message));
        case ARRIVED_ON_L1 -> l1(TrackerFixture.arrived(answer));
        case ARRIVED_UNCONSUMABLE -> l1(TrackerFixture.arrived(answer));
        case CANCELED -> l1(TrackerFixture.cancelled(message));
        case CONSUMED_BY_L2 -> l1(TrackerFixture.settled(message));
        case CONSUMED_ON_L1 -> l1(TrackerFixture.consumed(answer));
        case TAKEN_BACK -> {
          fixture.l1.back(0);
          tracker.rollbackTo(Layer.L1, UInt64.ZERO);
        }
      }
    }

    /** The shortest way to a status. */
    void bringTo(Direction direction, @Nullable MessageStatus status, MessageEvent next) {
      if (status == null) {
        return;
      }
      switch (status) {
        case SENT -> {
          if (next == MessageEvent.WORD_OUT_OF_RANGE) {
            message = tooLargeForL2(1);
          }
          if (next == MessageEvent.ARRIVED_UNCONSUMABLE) {
            answer = TrackerFixture.toNobody(1);
          }
          happens(
              direction == Direction.L1_TO_L2 ? MessageEvent.SENT_ON_L1 : MessageEvent.SENT_ON_L2);
        }
        case CONFIRMED -> {
          happens(MessageEvent.SENT_ON_L1);
          happens(MessageEvent.CONFIRMATIONS_REACHED);
        }
        case LEFT_OUT -> {
          if (next == MessageEvent.TAKEN_BACK) {
            happens(MessageEvent.LEFT_OUT_BY_SEQUENCER);
          } else {
            message = tooLargeForL2(1);
            happens(MessageEvent.SENT_ON_L1);
          }
        }
        case ACCEPTED_ON_L2 -> happens(MessageEvent.HANDLER_SUCCEEDED);
        case REVERTED_ON_L2 -> happens(MessageEvent.HANDLER_REVERTED);
        case CANCELLATION_REQUESTED -> happens(MessageEvent.CANCELLATION_STARTED);
        case SETTLED -> happens(MessageEvent.CONSUMED_BY_L2);
        case CANCELLED -> happens(MessageEvent.CANCELED);
        case CONSUMABLE -> happens(MessageEvent.ARRIVED_ON_L1);
        case CONSUMED -> {
          happens(MessageEvent.ARRIVED_ON_L1);
          happens(MessageEvent.CONSUMED_ON_L1);
        }
        case ROLLED_BACK -> rollBack(direction, next);
      }
    }

    /** Loses the message in the way that the next event does not contradict. */
    private void rollBack(Direction direction, MessageEvent next) {
      boolean onL2 =
          EnumSet.of(
                  MessageEvent.SENT_ON_L2,
                  MessageEvent.HANDLER_SUCCEEDED,
                  MessageEvent.HANDLER_REVERTED,
                  MessageEvent.LEFT_OUT_BY_SEQUENCER)
              .contains(next);
      happens(
          onL2
              ? next
              : direction == Direction.L1_TO_L2
                  ? MessageEvent.CANCELLATION_STARTED
                  : MessageEvent.ARRIVED_ON_L1);
      fixture.l1.back(0);
      fixture.l2.back(0);
      tracker.rollbackTo(onL2 ? Layer.L2 : Layer.L1, UInt64.ZERO);
    }

    Optional<StatusChange> last() {
      return changes.stream().reduce((earlier, later) -> later);
    }
  }

  static Stream<Transition> rows() {
    return Transitions.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyRowHappens(Transition row) {
    Story story = new Story();
    MessageStatus from = row.from().orElse(null);
    if (row.event() == MessageEvent.TAKEN_BACK) {
      // What L2 shows comes first, so that the sending is no change that could be retracted.
      if (row.direction() == Direction.L1_TO_L2) {
        story.bringTo(row.direction(), from, row.event());
        story.happens(MessageEvent.SENT_ON_L1);
        story.happens(MessageEvent.TAKEN_BACK);
      } else {
        story.bringTo(row.direction(), MessageStatus.CONSUMABLE, row.event());
        story.happens(MessageEvent.TAKEN_BACK);
      }
    } else {
      story.bringTo(row.direction(), from, row.event());
      if (row.event() != MessageEvent.WORD_OUT_OF_RANGE) {
        assertThat(story.last().map(change -> change.to().status())).isEqualTo(row.from());
        story.happens(row.event());
      }
    }
    StatusChange change = story.last().orElseThrow();
    assertThat(change.from()).isEqualTo(row.from());
    assertThat(change.to().by()).isEqualTo(row.event());
    assertThat(change.to().status()).isEqualTo(row.to());
    assertThat(story.tracker.states().get(0).status()).isEqualTo(row.to());
  }

  @Test
  void whatHasNoRowChangesNothing() {
    int tried = 0;
    for (MessageStatus from : StateDiagram.statuses(Direction.L1_TO_L2)) {
      for (MessageEvent event :
          EnumSet.of(
              MessageEvent.SENT_ON_L1,
              MessageEvent.HANDLER_SUCCEEDED,
              MessageEvent.HANDLER_REVERTED,
              MessageEvent.CANCELLATION_STARTED,
              MessageEvent.CANCELED,
              MessageEvent.CONSUMED_BY_L2)) {
        boolean hasRow = Transitions.next(Direction.L1_TO_L2, Optional.of(from), event).isPresent();
        if (!hasRow && from != ROLLED_BACK) {
          Story story = new Story();
          story.bringTo(Direction.L1_TO_L2, from, event);
          List<StatusChange> before = List.copyOf(story.changes);
          story.happens(event);
          assertThat(story.changes).as("%s in %s", event, from).isEqualTo(before);
          tried++;
        }
      }
    }
    assertThat(tried).isGreaterThan(15);
  }

  @Test
  void aPairHasOneRow() {
    assertThat(Transitions.all())
        .extracting(row -> row.direction() + " " + row.from() + " " + row.event())
        .doesNotHaveDuplicates();
  }

  @Test
  void aLossHoldsUntilTheMessageIsSentAgain() {
    Story story = new Story();
    story.happens(MessageEvent.SENT_ON_L1);
    story.happens(MessageEvent.TAKEN_BACK);
    story.happens(MessageEvent.HANDLER_SUCCEEDED);
    assertThat(story.tracker.states().get(0).status()).isEqualTo(ROLLED_BACK);
    story.happens(MessageEvent.SENT_ON_L1);
    assertThat(story.tracker.states().get(0).status()).isEqualTo(MessageStatus.ACCEPTED_ON_L2);
  }
}
