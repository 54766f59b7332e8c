// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.listener;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Several listeners, in the order in which they came. Who adds or removes one makes a new list, so
 * a listener may do it while it is called: the new one is told of what happens from then on.
 *
 * <p>Thread-safe.
 *
 * @param <L> what they listen by
 */
public final class Listeners<L> {
  private final AtomicReference<List<L>> all = new AtomicReference<>(List.of());

  /** Creates an empty list. */
  public Listeners() {}

  /**
   * One more.
   *
   * @param listener comes last
   */
  public void add(L listener) {
    all.updateAndGet(
        before -> {
          List<L> more = new ArrayList<>(before);
          more.add(listener);
          return List.copyOf(more);
        });
  }

  /**
   * One less.
   *
   * @param listener the listener that goes
   */
  public void remove(L listener) {
    all.updateAndGet(before -> before.stream().filter(one -> one != listener).toList());
  }

  /**
   * Those that are there now.
   *
   * @return a list that does not change
   */
  public List<L> now() {
    return all.get();
  }
}
