// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A listener that believes only what it is told, and checks that it is told a consistent story:
 * each change starts where the one before led to and is a row of the table, each retraction takes
 * back the last change that stands.
 */
final class Mirror implements TrackerListener {
  /** What was told, such as {@code "+SENT"} and {@code "-SENT"}. */
  final List<String> told = new ArrayList<>();

  private final Map<MessageId, Deque<StatusChange>> standing = new HashMap<>();
  private long sequence;

  @Override
  public void changed(StatusChange change) {
    Deque<StatusChange> changes =
        standing.computeIfAbsent(change.message(), id -> new ArrayDeque<>());
    assertThat(change.from())
        .as("start of %s", change)
        .isEqualTo(Optional.ofNullable(changes.peekLast()).map(last -> last.to().status()));
    assertThat(Transitions.next(change.message().direction(), change.from(), change.to().by()))
        .as("row of %s", change)
        .contains(change.to().status());
    assertThat(change.sequence()).isGreaterThan(sequence);
    sequence = change.sequence();
    changes.addLast(change);
    told.add("+" + change.to().status());
  }

  @Override
  public void retracted(StatusChange change) {
    assertThat(standing.getOrDefault(change.message(), new ArrayDeque<>()).pollLast())
        .isEqualTo(change);
    told.add("-" + change.to().status());
  }

  /** Compares with what the tracker says. */
  void assertMirrors(MessageTracker tracker) {
    Map<MessageId, MessageStatus> believed = new HashMap<>();
    standing.forEach(
        (id, changes) -> {
          if (!changes.isEmpty()) {
            believed.put(id, changes.getLast().to().status());
          }
        });
    Map<MessageId, MessageStatus> true_ = new HashMap<>();
    tracker.states().forEach(state -> true_.put(state.id(), state.status()));
    assertThat(believed).isEqualTo(true_);
    standing.forEach(
        (id, changes) -> {
          if (!changes.isEmpty() && believed.get(id) != MessageStatus.ROLLED_BACK) {
            assertThat(tracker.state(id).orElseThrow().since())
                .isEqualTo(changes.getLast().to().at());
          }
        });
  }

  /** What was told since the last call, in one line. */
  String news() {
    String news = String.join(" ", told);
    told.clear();
    return news;
  }
}
