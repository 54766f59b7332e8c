// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.messaging.Bytes32;
import io.crossline.starknet.tracking.Direction;
import io.crossline.starknet.tracking.MessageEvent;
import io.crossline.starknet.tracking.StatusChange;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes that no line of the timeline mentions yet, in their order. One block can bring a hundred
 * thousand of them, so each is found without a look at the others.
 */
final class PendingChanges {
  private final Map<Long, StatusChange> all = new LinkedHashMap<>();
  private final Map<Key, Deque<Long>> byMessage = new HashMap<>();
  private final Map<MessageEvent, Deque<Long>> byEvent = new EnumMap<>(MessageEvent.class);

  private record Key(Direction direction, Bytes32 hash, MessageEvent event) {}

  boolean isEmpty() {
    return all.isEmpty();
  }

  void add(StatusChange change) {
    long sequence = change.sequence();
    MessageEvent event = change.to().by();
    all.put(sequence, change);
    byMessage
        .computeIfAbsent(
            new Key(change.message().direction(), change.message().hash(), event),
            key -> new ArrayDeque<>(1))
        .add(sequence);
    byEvent.computeIfAbsent(event, key -> new ArrayDeque<>()).add(sequence);
  }

  /** Takes the first change that an event of a message made. */
  Optional<StatusChange> next(Direction direction, Bytes32 hash, MessageEvent event) {
    return first(byMessage.get(new Key(direction, hash, event)));
  }

  /** Takes the first change that an event of this kind made. */
  Optional<StatusChange> next(MessageEvent event) {
    return first(byEvent.get(event));
  }

  /** Takes all changes. */
  void takeAll(Consumer<StatusChange> taker) {
    all.values().forEach(taker);
    all.clear();
    forget();
  }

  private Optional<StatusChange> first(@Nullable Deque<Long> sequences) {
    @Nullable StatusChange change = null;
    while (change == null && sequences != null && !sequences.isEmpty()) {
      // One that was found by the other way is not there any more.
      change = all.remove(sequences.remove());
    }
    if (all.isEmpty()) {
      forget();
    }
    return Optional.ofNullable(change);
  }

  private void forget() {
    byMessage.clear();
    byEvent.clear();
  }
}
