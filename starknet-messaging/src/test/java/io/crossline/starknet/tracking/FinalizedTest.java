// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import static io.crossline.starknet.tracking.TrackerFixture.cancelled;
import static io.crossline.starknet.tracking.TrackerFixture.handled;
import static io.crossline.starknet.tracking.TrackerFixture.sent;
import static io.crossline.starknet.tracking.TrackerFixture.settled;
import static io.crossline.starknet.tracking.TrackerFixture.started;
import static io.crossline.starknet.tracking.TrackerFixture.toL2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crossline.core.follow.BlockOutOfReachException;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Blocks that are final, and the cheap questions, which say the same as the state. */
class FinalizedTest {
  private final TrackerFixture fixture = new TrackerFixture();
  private final MessageTracker tracker = fixture.tracker;

  @Test
  void aRollbackBelowAFinalBlockIsRefused() {
    L1ToL2Message message = toL2(1);
    fixture.l1(sent(message));
    for (int i = 0; i < 9; i++) {
      fixture.l1();
      fixture.l2();
    }
    tracker.finalized(Layer.L1, UInt64.of(7));
    Map<String, String> before = TrackerFixture.all(tracker);
    assertThatExceptionOfType(BlockOutOfReachException.class)
        .isThrownBy(() -> tracker.rollbackTo(Layer.L1, UInt64.of(6)))
        .withMessageContaining("cannot roll back to");
    assertThat(TrackerFixture.all(tracker)).isEqualTo(before);
    // Of the other layer nothing was said, and what is above can go.
    fixture.l2BackTo(0);
    fixture.l1BackTo(7);
    assertThat(tracker.head(Layer.L1).orElseThrow().number()).isEqualTo(UInt64.of(7));
    fixture.l1();
    // A smaller number says nothing new.
    tracker.finalized(Layer.L1, UInt64.of(3));
    assertThatExceptionOfType(BlockOutOfReachException.class)
        .isThrownBy(() -> tracker.rollbackTo(Layer.L1, UInt64.of(6)));
  }

  @Test
  void whatIsFinishedInFinalBlocksCanBeForgotten() {
    L1ToL2Message message = toL2(1);
    MessageId id = MessageId.toL2(message.hash());
    assertThat(tracker.isKnown(id)).isFalse();
    fixture.l1(sent(message));
    fixture.l2(handled(message));
    fixture.l1(settled(message));
    fixture.l1();
    fixture.l2();
    fixture.l2();
    fixture.l2();
    assertThat(tracker.forgetFinished(UInt64.MAX, UInt64.MAX)).isZero();
    tracker.finalized(Layer.L1, UInt64.of(2));
    assertThat(tracker.forgetFinished(UInt64.MAX, UInt64.MAX)).isZero();
    assertThat(tracker.isKnown(id)).isTrue();
    tracker.finalized(Layer.L2, UInt64.of(1));
    assertThat(tracker.forgetFinished(UInt64.MAX, UInt64.MAX)).isEqualTo(1);
    assertThat(tracker.isKnown(id)).isFalse();
    assertThat(tracker.status(id)).isEmpty();
  }

  @Test
  void statusAndCancellationAgreeWithTheState() {
    for (int history = 0; history < 200; history++) {
      Random random = new Random(history);
      TrackerFixture world = new TrackerFixture();
      for (int step = 0; step < 30; step++) {
        step(world, random);
        assertAgreement(world.tracker);
      }
    }
  }

  private static void step(TrackerFixture fixture, Random random) {
    L1ToL2Message message = toL2(random.nextInt(4));
    switch (random.nextInt(8)) {
      case 0, 1 -> fixture.l1(sent(message));
      case 2 -> fixture.l1(started(message));
      case 3 -> fixture.l1(cancelled(message));
      case 4 -> fixture.l1(settled(message));
      case 5 -> fixture.l2(handled(message, TrackerFixture.toL1(random.nextInt(2))));
      case 6 -> fixture.l2(TrackerFixture.reverted(message, "no"));
      default -> fixture.l1BackTo(Math.max(0, fixture.l1.next() - 1 - random.nextInt(4)));
    }
  }

  private static void assertAgreement(MessageTracker tracker) {
    for (MessageState state : tracker.states()) {
      MessageId id = state.id();
      assertThat(tracker.isKnown(id)).isTrue();
      assertThat(tracker.state(id)).contains(state);
      assertThat(tracker.status(id)).contains(state.status());
      assertThat(tracker.cancellation(id)).isEqualTo(state.cancellation());
    }
    for (int nonce = 0; nonce < 4; nonce++) {
      MessageId id = MessageId.toL2(toL2(nonce).hash());
      assertThat(tracker.status(id)).isEqualTo(tracker.state(id).map(MessageState::status));
    }
  }
}
