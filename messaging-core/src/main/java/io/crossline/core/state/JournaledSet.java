// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import java.util.List;

/**
 * A journaled set of immutable values, in the order of OpenZeppelin's {@code EnumerableSet}: as
 * they were added, but the last one takes the place of one that is removed. Every operation but
 * {@link #snapshot} takes constant time.
 *
 * <p>Not thread-safe.
 *
 * @param <T> immutable values with value equality
 */
public final class JournaledSet<T> {
  private final JournaledList<T> items;
  private final ObjectTable<T, Integer> places;

  /**
   * Creates an empty set.
   *
   * @param state the state whose journal it writes through
   */
  public JournaledSet(State state) {
    items = state.list();
    places = state.objectTable();
  }

  /**
   * Adds a value.
   *
   * @param item the value
   * @return false if it was in the set already
   */
  public boolean add(T item) {
    if (places.get(item).isPresent()) {
      return false;
    }
    places.put(item, items.size());
    items.add(item);
    return true;
  }

  /**
   * Removes a value; the last one takes its place.
   *
   * @param item the value
   * @return false if it was not in the set
   */
  public boolean remove(T item) {
    Integer place = places.get(item).orElse(null);
    if (place == null) {
      return false;
    }
    T last = items.get(items.size() - 1);
    items.swapRemove(place);
    places.put(last, place);
    places.remove(item);
    return true;
  }

  /**
   * Whether a value is in the set.
   *
   * @param item the value
   * @return true if it is
   */
  public boolean contains(T item) {
    return places.get(item).isPresent();
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
   * @return a copy, in order
   */
  public List<T> snapshot() {
    return items.snapshot();
  }
}
