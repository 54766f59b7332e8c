// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.network;

import io.crossline.core.state.HostTable;
import io.crossline.core.state.State;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A queue of the host with two ends, durable as its table is.
 *
 * @param <T> immutable values
 */
final class HostDeque<T> {
  private static final Codec<Long> NUMBER = Codec.of(Bytes::ofLong, bytes -> bytes.getLong(0));

  private final HostTable<Long, T> table;
  private long first;
  private long next;

  HostDeque(State state, String name, Codec<T> values) {
    table = state.hostTable(name, NUMBER, values);
    // After reopening they come in the order of their numbers, which have no gaps.
    for (long number : table.entries().keySet()) {
      first = next == 0 ? number : first;
      next = number + 1;
    }
  }

  boolean isEmpty() {
    return first == next;
  }

  void addLast(T value) {
    table.put(next++, value);
  }

  T getFirst() {
    return present(table.get(first));
  }

  T getLast() {
    return present(table.get(next - 1));
  }

  T removeFirst() {
    T removed = present(table.remove(first));
    first++;
    return removed;
  }

  T removeLast() {
    T removed = present(table.remove(next - 1));
    next--;
    return removed;
  }

  private static <T> T present(Optional<T> value) {
    return value.orElseThrow(() -> new NoSuchElementException("the queue is empty"));
  }
}
