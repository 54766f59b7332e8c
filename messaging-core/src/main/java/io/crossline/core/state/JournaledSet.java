// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
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
  private static final Bytes ONLY = Bytes.EMPTY;

  private final JournaledSets<Bytes, T> sets;

  /**
   * Creates an empty set, or the one that a durable state holds.
   *
   * @param state the state whose journal it writes through
   * @param name its name in it
   * @param values how values are written
   */
  public JournaledSet(State state, String name, Codec<T> values) {
    sets = new JournaledSets<>(state, name, Codec.BYTES, values);
  }

  /**
   * Adds a value.
   *
   * @param item the value
   * @return false if it was in the set already
   */
  public boolean add(T item) {
    return sets.add(ONLY, item);
  }

  /**
   * Removes a value; the last one takes its place.
   *
   * @param item the value
   * @return false if it was not in the set
   */
  public boolean remove(T item) {
    return sets.remove(ONLY, item);
  }

  /**
   * Whether a value is in the set.
   *
   * @param item the value
   * @return true if it is
   */
  public boolean contains(T item) {
    return sets.contains(ONLY, item);
  }

  /**
   * How many values there are.
   *
   * @return the number of values
   */
  public int size() {
    return sets.size(ONLY);
  }

  /**
   * All values as they are now.
   *
   * @return a copy, in order
   */
  public List<T> snapshot() {
    return sets.snapshot(ONLY);
  }
}
