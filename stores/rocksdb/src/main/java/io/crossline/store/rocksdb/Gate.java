// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.store.StoreException;
import java.util.ArrayList;
import java.util.List;

/** Lets nobody into native memory that was freed: a store is closed when all have left it. */
final class Gate {
  private final String name;
  private final List<Thread> visitors = new ArrayList<>();
  private int inside;
  private boolean isClosed;

  Gate(String name) {
    this.name = name;
  }

  /** For work that ends by itself. */
  synchronized void enter() {
    if (isClosed) {
      throw new StoreException(
          StoreException.Reason.CLOSED, name + ": the store was closed, open it again", null);
    }
    inside++;
  }

  synchronized void leave() {
    inside--;
    notifyAll();
  }

  /** For work that calls back. */
  synchronized void enterAsVisitor() {
    enter();
    visitors.add(Thread.currentThread());
  }

  synchronized void leaveAsVisitor() {
    visitors.remove(Thread.currentThread());
    leave();
  }

  /**
   * Lets nobody in any more and waits until all have left.
   *
   * @return whether it was open
   * @throws IllegalStateException if the caller is itself inside, and would wait for itself
   */
  synchronized boolean close() {
    if (visitors.contains(Thread.currentThread())) {
      throw new IllegalStateException(name + ": a visitor must not close the store that it visits");
    }
    boolean wasOpen = !isClosed;
    isClosed = true;
    boolean wasInterrupted = false;
    while (inside > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        wasInterrupted = true;
      }
    }
    if (wasInterrupted) {
      Thread.currentThread().interrupt();
    }
    return wasOpen;
  }
}
