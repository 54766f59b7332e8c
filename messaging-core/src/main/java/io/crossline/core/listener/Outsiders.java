// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.listener;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What those outside an engine have still to be told: one queue, in the order in which it happened.
 * The engine adds to it in the middle of a step, and delivers when the step is finished and, on a
 * store, committed. So no listener sees half a step or what could still be lost, and none that
 * throws can stop a step or keep the others from being told.
 *
 * <p>Not thread-safe: it belongs to the thread that runs the engine.
 */
public final class Outsiders {
  private static final Logger LOG = LoggerFactory.getLogger(Outsiders.class);

  private final Deque<Delivery<?>> waiting = new ArrayDeque<>();
  private final List<Throwable> failures = new ArrayList<>();
  private boolean delivering;

  /** Something that happened, and those who are told: whoever listens when its turn comes. */
  private record Delivery<L>(Listeners<L> listeners, Consumer<? super L> event) {}

  /** Creates an empty queue. */
  public Outsiders() {}

  /**
   * Has listeners told later.
   *
   * @param listeners who is told
   * @param event calls one of them
   * @param <L> listeners
   */
  public <L> void tell(Listeners<L> listeners, Consumer<? super L> event) {
    if (!listeners.now().isEmpty()) {
      waiting.add(new Delivery<>(listeners, event));
    }
  }

  /**
   * Calls the listeners. What one of them throws is kept for {@link #takeFailure} when all others
   * have been called. Does nothing if a listener calls this.
   */
  public void deliver() {
    if (delivering) {
      return;
    }
    delivering = true;
    try {
      while (!waiting.isEmpty()) {
        deliver(waiting.remove());
      }
    } finally {
      delivering = false;
    }
  }

  private <L> void deliver(Delivery<L> delivery) {
    for (L listener : delivery.listeners().now()) {
      try {
        delivery.event().accept(listener);
      } catch (RuntimeException | Error thrown) {
        LOG.warn("a listener failed, the others go on: {}", listener.getClass().getName(), thrown);
        failures.add(thrown);
      }
    }
  }

  /**
   * Takes what listeners threw since this was asked last.
   *
   * @param into what is thrown anyway, to which everything is added; null if there is no such thing
   * @return the first failure with the others suppressed, to be thrown; null if there is none
   */
  public @Nullable Throwable takeFailure(@Nullable Throwable into) {
    Throwable first = into;
    for (Throwable failure : failures) {
      if (first == null) {
        first = failure;
      } else if (first != failure) {
        first.addSuppressed(failure);
      }
    }
    failures.clear();
    return first;
  }
}
