// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.follow.BlockOutOfReachException;
import io.crossline.core.state.State;
import io.crossline.core.store.HeapStore;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.tracking.QueueEvent.TakenBack;
import io.crossline.starknet.tracking.QueueEvent.TakenIn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A tracker is a queue and messages, which share nothing but the events of the queue: each half
 * runs without the other, and goes on with what a store holds of it.
 */
class TrackerHalvesTest {
  private static final int HISTORIES = 10;
  private static final Felt HASH = TrackerFixture.TRANSACTION;

  /** Low enough that blocks become final within a history, and deep enough for its rollbacks. */
  private static TrackerSettings settings(int confirmations) {
    return TrackerSettings.of(TrackerFixture.CORE)
        .withUndoableBlocks(20, 21)
        .withConfirmations(confirmations);
  }

  /** Writes down what it is told. */
  private static final class Told implements TrackerListener {
    final List<String> lines = new ArrayList<>();

    @Override
    public void changed(StatusChange change) {
      lines.add(change.sequence() + " " + change);
    }

    @Override
    public void retracted(StatusChange change) {
      lines.add(change.sequence() + " not " + change);
    }
  }

  /** A tracker whose rows stand in a store. */
  private static final class Kept {
    private final TrackerSettings settings;
    private final Told told = new Told();
    private final HeapStore store = new HeapStore();
    private State state;
    MessageTracker tracker;

    Kept(TrackerSettings settings) {
      this.settings = settings;
      open();
    }

    private void open() {
      state = new State(store, "test");
      tracker = new MessageTracker(settings, told, state, message -> HASH);
    }

    void commit() {
      WriteBatch batch = new WriteBatch();
      tracker.collect(batch);
      state.collect(batch);
      store.commit(batch);
    }

    /** Goes on with what the store holds. */
    void reopen() {
      commit();
      open();
    }
  }

  private static TrackerRows nowhere() {
    return new TrackerRows(new State(), message -> Felt.ZERO);
  }

  private static List<InterleavingTest.Step> history(long seed, int number) {
    Random random = new Random(seed * HISTORIES + number);
    return InterleavingTest.merge(InterleavingTest.l1(random), InterleavingTest.l2(random), random);
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 30, 400})
  void eachMessageIsFollowedByTheEventsOfItsOwnAlone(long seed) {
    for (int number = 0; number < HISTORIES; number++) {
      TrackerSettings settings = settings(3);
      List<QueueEvent> told = new ArrayList<>();
      CoreQueue queue = new CoreQueue(settings, nowhere(), told::add);
      Told aloneTold = new Told();
      MessageTracker whole = new MessageTracker(settings, aloneTold);
      for (InterleavingTest.Step step : history(seed, number)) {
        step.apply(whole);
        step.apply(queue);
      }
      Map<String, String> apart = new TreeMap<>();
      for (MessageKey key : keys(told)) {
        ChangeLog log = new ChangeLog(new Told(), 0);
        TrackedMessages one = new TrackedMessages(log, nowhere());
        // The queue is done: this half runs by itself.
        told.stream()
            .filter(event -> concerns(event, key))
            .forEach(
                event -> {
                  one.accept(event);
                  log.tell();
                });
        one.evidence()
            .map(evidence -> NextSteps.of(evidence, 3, settings.cancellationDelay()))
            .forEach(state -> apart.put(state.id().toString(), TrackerFixture.detail(state)));
      }
      assertThat(apart).as("history %d", number).isNotEmpty().isEqualTo(TrackerFixture.all(whole));
    }
  }

  private static Iterable<MessageKey> keys(List<QueueEvent> told) {
    return told.stream()
        .filter(TakenIn.class::isInstance)
        .map(event -> ((TakenIn) event).message())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean concerns(QueueEvent event, MessageKey key) {
    if (event instanceof TakenIn in) {
      return in.message().equals(key);
    }
    return !(event instanceof TakenBack back) || back.message().equals(key);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 30})
  void aTrackerGoesOnWithItsRows(int confirmations) {
    for (int number = 0; number < HISTORIES; number++) {
      Random random = new Random(number);
      TrackerSettings settings = settings(confirmations);
      Told aloneTold = new Told();
      MessageTracker alone = new MessageTracker(settings, aloneTold);
      Kept kept = new Kept(settings);
      long steps = 0;
      for (InterleavingTest.Step step : history(confirmations, number)) {
        step.apply(alone);
        step.apply(kept.tracker);
        steps++;
        kept.tracker.position(steps);
        if (random.nextInt(4) == 0) {
          kept.commit();
          if (random.nextInt(3) == 0) {
            kept.open();
            assertThat(kept.tracker.position()).isEqualTo(steps);
            assertThat(kept.tracker.head(Layer.L1)).isEqualTo(alone.head(Layer.L1));
          }
        }
      }
      assertThat(kept.told.lines).isEqualTo(aloneTold.lines);
      assertThat(TrackerFixture.all(kept.tracker)).isEqualTo(TrackerFixture.all(alone));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 60})
  void whatIsForgottenIsGoneFromTheStoreToo(long seed) {
    int forgotten = 0;
    for (int number = 0; number < HISTORIES; number++) {
      TrackerSettings settings = settings(3);
      MessageTracker alone = new MessageTracker(settings, new Told());
      Kept kept = new Kept(settings);
      for (InterleavingTest.Step step : history(seed, number)) {
        step.apply(alone);
        step.apply(kept.tracker);
      }
      kept.reopen();
      for (Layer layer : Layer.values()) {
        UInt64 head = alone.head(layer).orElseThrow().number();
        alone.finalized(layer, head);
        kept.tracker.finalized(layer, head);
      }
      int gone = alone.forgetFinished(UInt64.MAX, UInt64.MAX);
      assertThat(kept.tracker.forgetFinished(UInt64.MAX, UInt64.MAX)).isEqualTo(gone);
      forgotten += gone;
      kept.reopen();
      assertThat(TrackerFixture.all(kept.tracker)).isEqualTo(TrackerFixture.all(alone));
    }
    assertThat(forgotten).isPositive();
  }

  private static ObservedL1Block block(TrackerFixture.Line line, CoreEvent... events) {
    return TrackerFixture.l1Block(line, events);
  }

  @Test
  void aConfirmationOfAForgottenMessageIsNoMessage() {
    TrackerSettings settings =
        TrackerSettings.of(TrackerFixture.CORE).withUndoableBlocks(3, 3).withConfirmations(3);
    MessageTracker tracker = new MessageTracker(settings, new Told());
    TrackerFixture.Line line = new TrackerFixture.Line(TrackerFixture.GENESIS);
    TrackerFixture.Line l2 = new TrackerFixture.Line(TrackerFixture.GENESIS + 1000);
    L1ToL2Message message = TrackerFixture.toL2(1);
    tracker.append(block(line, TrackerFixture.sent(message)));
    tracker.append(block(line, TrackerFixture.settled(message)));
    tracker.append(block(line));
    tracker.append(block(line));
    tracker.append(block(line));
    tracker.append(TrackerFixture.l2Block(l2));
    assertThat(tracker.forgetFinished(UInt64.MAX, UInt64.MAX)).isEqualTo(1);
    tracker.rollbackTo(Layer.L1, UInt64.of(3));
    line.back(3);
    tracker.append(block(line));
    assertThat(tracker.states()).isEmpty();
    assertThat(tracker.isKnown(MessageId.toL2(message.hash()))).isFalse();
  }

  @Test
  void whatIsForgottenAndComesAgainIsThere() {
    Kept kept = new Kept(settings(3));
    MessageTracker tracker = kept.tracker;
    TrackerFixture.Line line = new TrackerFixture.Line(TrackerFixture.GENESIS);
    L2ToL1Message message = TrackerFixture.toL1(1);
    tracker.append(block(line, TrackerFixture.arrived(message), TrackerFixture.consumed(message)));
    tracker.append(TrackerFixture.l2Block(new TrackerFixture.Line(TrackerFixture.GENESIS + 1000)));
    kept.commit();
    tracker.finalized(Layer.L1, UInt64.of(1));
    tracker.finalized(Layer.L2, UInt64.of(1));
    assertThat(tracker.forgetFinished(UInt64.MAX, UInt64.MAX)).isEqualTo(1);
    tracker.append(block(line, TrackerFixture.arrived(message)));
    kept.reopen();
    tracker = kept.tracker;
    assertThat(tracker.states(message)).hasSize(1);
    tracker.rollbackTo(Layer.L1, UInt64.of(1));
    assertThat(tracker.head(Layer.L1).orElseThrow().number()).isEqualTo(UInt64.of(1));
    assertThat(tracker.states(message))
        .extracting(MessageState::status)
        .containsExactly(MessageStatus.ROLLED_BACK);
  }

  @Test
  void whatIsForgottenAfterReopeningComesAgainAsAnother() {
    Kept kept = new Kept(settings(3));
    TrackerFixture.Line line = new TrackerFixture.Line(TrackerFixture.GENESIS);
    L2ToL1Message message = TrackerFixture.toL1(1);
    kept.tracker.append(
        block(line, TrackerFixture.arrived(message), TrackerFixture.consumed(message)));
    kept.tracker.append(
        TrackerFixture.l2Block(new TrackerFixture.Line(TrackerFixture.GENESIS + 1000)));
    kept.reopen();
    kept.tracker.finalized(Layer.L1, UInt64.of(1));
    kept.tracker.finalized(Layer.L2, UInt64.of(1));
    assertThat(kept.tracker.forgetFinished(UInt64.MAX, UInt64.MAX)).isEqualTo(1);
    assertThat(kept.tracker.states(message)).isEmpty();
    kept.tracker.append(block(line, TrackerFixture.arrived(message)));
    assertThat(kept.tracker.states(message)).hasSize(1);
    kept.reopen();
    assertThat(kept.tracker.states(message)).hasSize(1);
  }

  @Test
  void aSendingThatWaitsForConfirmationsWaitsOnAfterARollback() {
    Kept kept = new Kept(settings(3));
    MessageTracker tracker = kept.tracker;
    TrackerFixture.Line line = new TrackerFixture.Line(TrackerFixture.GENESIS);
    L1ToL2Message message = TrackerFixture.toL2(1);
    tracker.append(block(line, TrackerFixture.sent(message)));
    tracker.append(block(line));
    tracker.append(block(line));
    tracker.append(block(line));
    assertThat(tracker.status(MessageId.toL2(message.hash()))).contains(MessageStatus.CONFIRMED);
    tracker.finalized(Layer.L1, UInt64.of(3));
    tracker.rollbackTo(Layer.L1, UInt64.of(3));
    line.back(3);
    kept.reopen();
    tracker = kept.tracker;
    assertThat(tracker.status(MessageId.toL2(message.hash()))).contains(MessageStatus.SENT);
    tracker.append(block(line));
    assertThat(tracker.status(MessageId.toL2(message.hash()))).contains(MessageStatus.CONFIRMED);
  }

  @Test
  void aMessageWithHundredsOfRequestsIsReadAgain() {
    Kept kept = new Kept(settings(3));
    MessageTracker tracker = kept.tracker;
    TrackerFixture.Line line = new TrackerFixture.Line(TrackerFixture.GENESIS);
    L1ToL2Message message = TrackerFixture.toL2(1);
    CoreEvent[] requests = new CoreEvent[300];
    Arrays.fill(requests, TrackerFixture.started(message));
    tracker.append(block(line, TrackerFixture.sent(message)));
    tracker.append(block(line, requests));
    Map<String, String> before = TrackerFixture.all(tracker);
    kept.reopen();
    tracker = kept.tracker;
    assertThat(TrackerFixture.all(tracker)).isEqualTo(before);
    tracker.append(block(line, TrackerFixture.started(message)));
  }

  @Test
  void whatCannotBeTakenBackCannotAfterReopeningEither() {
    Kept kept = new Kept(settings(3));
    MessageTracker tracker = kept.tracker;
    TrackerFixture.Line line = new TrackerFixture.Line(TrackerFixture.GENESIS);
    for (int i = 0; i < 5; i++) {
      tracker.append(block(line));
    }
    while (line.next() < 100) {
      line.hash(line.next());
    }
    tracker.appendWithNothingSince(UInt64.of(6), block(line));
    kept.reopen();
    assertThat(kept.tracker.head(Layer.L1)).isEqualTo(tracker.head(Layer.L1));
    for (MessageTracker each : List.of(tracker, kept.tracker)) {
      assertThatThrownBy(() -> each.rollbackTo(Layer.L1, UInt64.of(3)))
          .isInstanceOf(BlockOutOfReachException.class);
    }
  }
}
