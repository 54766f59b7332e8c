// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

/**
 * One journaled value.
 *
 * <p>Not thread-safe.
 *
 * @param <T> immutable values
 */
public final class Cell<T> {
  private final Journal journal;
  private T value;

  Cell(Journal journal, T initial) {
    this.journal = journal;
    this.value = initial;
  }

  /**
   * Reads the value.
   *
   * @return the value written last
   */
  public T get() {
    return value;
  }

  /**
   * Writes the value.
   *
   * @param next the new value
   */
  public void set(T next) {
    T before = value;
    journal.noteObject(() -> value = before);
    value = next;
  }
}
