// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.state.State;
import io.crossline.core.store.HeapStore;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.store.WriteBatch;
import io.crossline.starknet.Felt;
import io.crossline.starknet.tracking.QueueEvent.TakenBack;
import io.crossline.starknet.tracking.QueueEvent.TakenIn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
      Told told = new Told();
      Told aloneTold = new Told();
      MessageTracker alone = new MessageTracker(settings, aloneTold);
      HeapStore store = new HeapStore();
      State state = new State(store, "test");
      MessageTracker tracker = new MessageTracker(settings, told, state, message -> HASH);
      long steps = 0;
      for (InterleavingTest.Step step : history(confirmations, number)) {
        step.apply(alone);
        step.apply(tracker);
        steps++;
        tracker.position(steps);
        if (random.nextInt(4) == 0) {
          commit(tracker, state, store);
          if (random.nextInt(3) == 0) {
            state = new State(store, "test");
            tracker = new MessageTracker(settings, told, state, message -> HASH);
            assertThat(tracker.position()).isEqualTo(steps);
            assertThat(tracker.head(Layer.L1)).isEqualTo(alone.head(Layer.L1));
          }
        }
      }
      assertThat(told.lines).isEqualTo(aloneTold.lines);
      assertThat(TrackerFixture.all(tracker)).isEqualTo(TrackerFixture.all(alone));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {5, 60})
  void whatIsForgottenIsGoneFromTheStoreToo(long seed) {
    int forgotten = 0;
    for (int number = 0; number < HISTORIES; number++) {
      TrackerSettings settings = settings(3);
      MessageTracker alone = new MessageTracker(settings, new Told());
      HeapStore store = new HeapStore();
      State state = new State(store, "test");
      MessageTracker tracker = new MessageTracker(settings, new Told(), state, message -> HASH);
      for (InterleavingTest.Step step : history(seed, number)) {
        step.apply(alone);
        step.apply(tracker);
      }
      commit(tracker, state, store);
      state = new State(store, "test");
      tracker = new MessageTracker(settings, new Told(), state, message -> HASH);
      for (Layer layer : Layer.values()) {
        UInt64 head = alone.head(layer).orElseThrow().number();
        alone.finalized(layer, head);
        tracker.finalized(layer, head);
      }
      int gone = alone.forgetFinished(UInt64.MAX, UInt64.MAX);
      assertThat(tracker.forgetFinished(UInt64.MAX, UInt64.MAX)).isEqualTo(gone);
      forgotten += gone;
      commit(tracker, state, store);
      tracker = new MessageTracker(settings, new Told(), new State(store, "test"), message -> HASH);
      assertThat(TrackerFixture.all(tracker)).isEqualTo(TrackerFixture.all(alone));
    }
    assertThat(forgotten).isPositive();
  }

  private static void commit(MessageTracker tracker, State state, HeapStore store) {
    WriteBatch batch = new WriteBatch();
    tracker.collect(batch);
    state.collect(batch);
    store.commit(batch);
  }
}
