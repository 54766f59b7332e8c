// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.UInt64;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.event.CoreEvent;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories of both layers with reorganisations. The layers have nothing to do with each
 * other here, so that much of it could not happen on the public networks: the rules about order,
 * retractions and repetition hold all the same.
 */
class InterleavingTest {
  private static final int STEPS = 60;
  private static final int HISTORIES = 15;

  /** Something that is done to a tracker, or to its queue alone. */
  interface Step {
    void apply(MessageTracker tracker);

    void apply(CoreQueue queue);
  }

  private record Back(Layer layer, long to) implements Step {
    @Override
    public void apply(MessageTracker tracker) {
      tracker.rollbackTo(layer, UInt64.of(to));
    }

    @Override
    public void apply(CoreQueue queue) {
      queue.rollbackTo(layer, UInt64.of(to));
    }
  }

  private record L1(ObservedL1Block block) implements Step {
    @Override
    public void apply(MessageTracker tracker) {
      tracker.append(block);
    }

    @Override
    public void apply(CoreQueue queue) {
      queue.append(block.info().number(), block);
    }
  }

  private record L2(ObservedL2Block block) implements Step {
    @Override
    public void apply(MessageTracker tracker) {
      tracker.append(block);
    }

    @Override
    public void apply(CoreQueue queue) {
      queue.append(block);
    }
  }

  static List<Step> l1(Random random) {
    TrackerFixture.Line line = new TrackerFixture.Line(TrackerFixture.GENESIS);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      if (random.nextInt(8) == 0) {
        long to = Math.max(0, line.next() - 1 - random.nextInt(6));
        line.back(to);
        steps.add(new Back(Layer.L1, to));
      }
      CoreEvent[] events = new CoreEvent[random.nextInt(4)];
      for (int j = 0; j < events.length; j++) {
        events[j] = event(random);
      }
      ObservedL1Block block = TrackerFixture.l1Block(line, events);
      steps.add(new L1(block));
    }
    return steps;
  }

  private static CoreEvent event(Random random) {
    L1ToL2Message message = toL2(random);
    return switch (random.nextInt(8)) {
      case 0, 1, 2 -> TrackerFixture.sent(message);
      case 3 -> TrackerFixture.started(message);
      case 4 -> TrackerFixture.cancelled(message);
      case 5 -> TrackerFixture.settled(message);
      case 6 -> TrackerFixture.arrived(TrackerFixture.toL1(random.nextInt(2)));
      default -> TrackerFixture.consumed(TrackerFixture.toL1(random.nextInt(2)));
    };
  }

  private static L1ToL2Message toL2(Random random) {
    int nonce = random.nextInt(6);
    return nonce == 5 ? TrackerFixture.tooLargeForL2(5) : TrackerFixture.toL2(nonce);
  }

  static List<Step> l2(Random random) {
    TrackerFixture.Line line = new TrackerFixture.Line(TrackerFixture.GENESIS - 5);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      if (random.nextInt(8) == 0) {
        long to = Math.max(0, line.next() - 1 - random.nextInt(6));
        line.back(to);
        steps.add(new Back(Layer.L2, to));
      }
      ObservedReceipt[] receipts = new ObservedReceipt[random.nextInt(3)];
      for (int j = 0; j < receipts.length; j++) {
        receipts[j] = receipt(random);
      }
      ObservedL2Block block = TrackerFixture.l2Block(line, receipts);
      steps.add(new L2(block));
    }
    return steps;
  }

  private static ObservedReceipt receipt(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> TrackerFixture.reverted(toL2(random), "reason " + random.nextInt(3));
      case 1 -> TrackerFixture.handled(toL2(random), TrackerFixture.toL1(random.nextInt(2)));
      case 2 -> TrackerFixture.sentToL1(TrackerFixture.toL1(random.nextInt(2)));
      default ->
          random.nextInt(3) == 0
              ? TrackerFixture.sentToL1(TrackerFixture.toNobody(random.nextInt(2)))
              : TrackerFixture.handled(toL2(random));
    };
  }

  private static Map<String, String> play(Iterable<Step> steps) {
    Mirror mirror = new Mirror();
    MessageTracker tracker = new MessageTracker(TrackerSettings.of(TrackerFixture.CORE), mirror);
    int done = 0;
    for (Step step : steps) {
      step.apply(tracker);
      if (done++ % 10 == 0) {
        mirror.assertMirrors(tracker);
      }
    }
    mirror.assertMirrors(tracker);
    return TrackerFixture.all(tracker);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 300})
  void anyInterleavingGivesTheSameEnd(long seed) {
    Set<MessageStatus> seen = EnumSet.noneOf(MessageStatus.class);
    for (int history = 0; history < HISTORIES; history++) {
      int number = history;
      Random random = new Random(seed * HISTORIES + history);
      List<Step> l1 = l1(random);
      List<Step> l2 = l2(random);
      List<Step> inOrder = new ArrayList<>(l1);
      inOrder.addAll(l2);
      Map<String, String> expected = play(inOrder);
      assertThat(expected).isNotEmpty();
      for (int shuffle = 0; shuffle < 3; shuffle++) {
        Map<String, String> found = play(merge(l1, l2, random));
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
            (message, state) ->
                assertThat(found.get(message))
                    .as("seed %d, history %d", seed, number)
                    .isEqualTo(state));
      }
      for (MessageStatus status : MessageStatus.values()) {
        if (expected.values().stream().anyMatch(text -> text.contains(status + " since"))) {
          seen.add(status);
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(MessageStatus.values());
  }

  static List<Step> merge(List<Step> l1, List<Step> l2, Random random) {
    List<Step> merged = new ArrayList<>();
    int first = 0;
    int second = 0;
    while (first < l1.size() || second < l2.size()) {
      boolean takeFirst = second == l2.size() || first < l1.size() && random.nextBoolean();
      merged.add(takeFirst ? l1.get(first++) : l2.get(second++));
    }
    return merged;
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 50, 600})
  void aRollbackOfAllAndARepetitionEndWhereTheyBegan(long seed) {
    for (int history = 0; history < HISTORIES; history++) {
      Random random = new Random(seed * HISTORIES + history);
      TrackerFixture fixture = new TrackerFixture();
      List<ObservedL1Block> l1 = new ArrayList<>();
      List<ObservedL2Block> l2 = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        l1.add(fixture.l1(event(random), event(random)));
        l2.add(fixture.l2(receipt(random)));
      }
      Map<String, String> end = TrackerFixture.all(fixture.tracker);
      fixture.mirror.news();
      // The same blocks once more: nothing is told.
      l1.forEach(block -> assertThat(fixture.tracker.append(block)).isFalse());
      l2.forEach(block -> assertThat(fixture.tracker.append(block)).isFalse());
      assertThat(fixture.mirror.told).isEmpty();
      long to = random.nextInt(20);
      fixture.tracker.rollbackTo(Layer.L1, UInt64.of(to));
      fixture.tracker.rollbackTo(Layer.L2, UInt64.of(to));
      fixture.mirror.assertMirrors(fixture.tracker);
      l1.subList((int) to, 20).forEach(fixture.tracker::append);
      l2.subList((int) to, 20).forEach(fixture.tracker::append);
      fixture.mirror.assertMirrors(fixture.tracker);
      assertThat(TrackerFixture.all(fixture.tracker))
          .as("seed %d, history %d", seed, history)
          .isEqualTo(end);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 80, 900})
  void aRollbackOfOneLayerRetractsExactlyWhatItsBlocksChanged(long seed) {
    for (int history = 0; history < HISTORIES; history++) {
      Random random = new Random(seed * HISTORIES + history);
      TrackerFixture fixture = new TrackerFixture();
      for (int i = 0; i < 10; i++) {
        fixture.l1(event(random), event(random));
      }
      fixture.mirror.news();
      for (int i = 0; i < 5; i++) {
        fixture.l1(event(random), event(random));
      }
      List<String> told = List.copyOf(fixture.mirror.told);
      fixture.mirror.news();
      fixture.l1BackTo(10);
      List<String> retracted =
          fixture.mirror.told.stream().filter(text -> text.startsWith("-")).toList();
      List<String> mirrored = new ArrayList<>();
      told.forEach(text -> mirrored.add(0, text.replace('+', '-')));
      assertThat(retracted).isEqualTo(mirrored);
    }
  }
}
