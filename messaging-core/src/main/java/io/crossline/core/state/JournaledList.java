// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import java.util.ArrayList;
import java.util.List;

/**
 * A journaled list of immutable values: append, read, and remove as Solidity's sets do, by putting
 * the last one in its place.
 *
 * <p>Not thread-safe.
 *
 * @param <T> immutable values
 */
public final class JournaledList<T> {
  private final Journal journal;
  private final List<T> items = new ArrayList<>();

  JournaledList(Journal journal) {
    this.journal = journal;
  }

  /**
   * Appends a value.
   *
   * @param item the value
   */
  public void add(T item) {
    items.add(item);
    journal.noteObject(() -> items.remove(items.size() - 1));
  }

  /**
   * Removes the value at a place; the last value takes its place.
   *
   * @param index the place, from 0
   * @throws IndexOutOfBoundsException if there is no such value
   */
  public void swapRemove(int index) {
    int last = items.size() - 1;
    T removed = items.get(index);
    T moved = items.remove(last);
    if (index != last) {
      items.set(index, moved);
    }
    journal.noteObject(
        () -> {
          if (index != last) {
            items.set(index, removed);
          }
          items.add(moved);
        });
  }

  /**
   * Reads a value.
   *
   * @param index its place, from 0
   * @return the value
   * @throws IndexOutOfBoundsException if there is no such value
   */
  public T get(int index) {
    return items.get(index);
  }

  /**
   * Finds a value.
   *
   * @param item the value
   * @return its first place, or -1
   */
  public int indexOf(T item) {
    return items.indexOf(item);
  }

  /**
   * How many values there are.
   *
   * @return the number of values
   */
  public int size() {
    return items.size();
  }

  /**
   * All values as they are now.
   *
   * @return a copy
   */
  public List<T> snapshot() {
    return List.copyOf(items);
  }
}
