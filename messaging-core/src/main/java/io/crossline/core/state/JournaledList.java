// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Bytes;
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
  private static final Bytes ONLY = Bytes.EMPTY;

  private final JournaledLists<Bytes, T> lists;

  JournaledList(JournaledLists<Bytes, T> lists) {
    this.lists = lists;
  }

  /**
   * Appends a value.
   *
   * @param item the value
   */
  public void add(T item) {
    lists.add(ONLY, item);
  }

  /**
   * Removes the value at a place; the last value takes its place.
   *
   * @param index the place, from 0
   * @throws IndexOutOfBoundsException if there is no such value
   */
  public void swapRemove(int index) {
    lists.swapRemove(ONLY, index);
  }

  /**
   * Reads a value.
   *
   * @param index its place, from 0
   * @return the value
   * @throws IndexOutOfBoundsException if there is no such value
   */
  public T get(int index) {
    return lists.get(ONLY, index);
  }

  /**
   * Finds a value.
   *
   * @param item the value
   * @return its first place, or -1
   */
  public int indexOf(T item) {
    return snapshot().indexOf(item);
  }

  /**
   * How many values there are.
   *
   * @return the number of values
   */
  public int size() {
    return lists.size(ONLY);
  }

  /**
   * All values as they are now.
   *
   * @return a copy
   */
  public List<T> snapshot() {
    return lists.snapshot(ONLY);
  }
}
