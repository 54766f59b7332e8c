// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.messaging.Bytes32;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Messages that wait at a network, by tracing id; several may share one (trap 1). */
final class Waiting {
  /** Those of one id, the oldest first. */
  private static final class Queue {
    @Nullable Arrival first;
    @Nullable Arrival last;
  }

  private final Map<Bytes32, Queue> queues = new HashMap<>();
  private long size;

  long size() {
    return size;
  }

  /** Adds one behind those with the same id. */
  void add(Arrival arrival) {
    size++;
    arrival.nextOfId = null;
    Queue queue = queues.computeIfAbsent(arrival.message.id(), id -> new Queue());
    if (queue.last == null) {
      queue.first = arrival;
    } else {
      queue.last.nextOfId = arrival;
    }
    queue.last = arrival;
  }

  /** The first one of an id that fits, which stays. */
  @Nullable Arrival find(Bytes32 id, Predicate<Arrival> fits) {
    Queue queue = queues.get(id);
    Arrival arrival = queue == null ? null : queue.first;
    while (arrival != null && !fits.test(arrival)) {
      arrival = arrival.nextOfId;
    }
    return arrival;
  }

  /** Removes one; nothing happens if it does not wait. */
  void remove(Arrival gone) {
    Queue queue = queues.get(gone.message.id());
    Arrival before = null;
    Arrival arrival = queue == null ? null : queue.first;
    while (arrival != null && arrival != gone) {
      before = arrival;
      arrival = arrival.nextOfId;
    }
    if (queue == null || arrival == null) {
      return;
    }
    size--;
    if (before == null) {
      queue.first = gone.nextOfId;
    } else {
      before.nextOfId = gone.nextOfId;
    }
    if (queue.last == gone) {
      queue.last = before;
    }
    if (queue.first == null) {
      queues.remove(gone.message.id());
    }
    gone.nextOfId = null;
  }
}
