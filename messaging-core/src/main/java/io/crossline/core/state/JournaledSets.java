// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import java.util.List;

/**
 * Journaled sets of immutable values, one under each key, each in the order of OpenZeppelin's
 * {@code EnumerableSet}: as they were added, but the last one takes the place of one that is
 * removed. Every operation but {@link #snapshot} and {@link #clear} takes constant time.
 *
 * <p>Not thread-safe.
 *
 * @param <K> keys with value equality
 * @param <T> immutable values with value equality
 */
public final class JournaledSets<K, T> {
  private static final Codec<Integer> PLACE =
      Codec.of(place -> Bytes.ofLong(place), bytes -> Math.toIntExact(bytes.getLong(0)));

  private record Item<K, T>(K key, T item) {}

  private final JournaledLists<K, T> items;
  private final ObjectTable<Item<K, T>, Integer> places;

  /**
   * Creates empty sets, or those that a durable state holds.
   *
   * @param state the state whose journal they write through
   * @param name their name in it
   * @param keys how keys are written
   * @param values how values are written
   */
  public JournaledSets(State state, String name, Codec<K> keys, Codec<T> values) {
    items = state.lists(name, keys, values);
    places = state.objectTable(name + ".places", both(keys, values), PLACE);
  }

  /** The size of the key, the key, the value. */
  private static <K, T> Codec<Item<K, T>> both(Codec<K> keys, Codec<T> values) {
    return Codec.of(
        item -> {
          Bytes key = keys.encode(item.key);
          return Bytes.concat(Bytes.ofLong(key.size()), key, values.encode(item.item));
        },
        bytes -> {
          int end = Long.BYTES + Math.toIntExact(bytes.getLong(0));
          return new Item<>(
              keys.decode(bytes.slice(Long.BYTES, end)), values.decode(bytes.slice(end)));
        });
  }

  /**
   * Adds a value.
   *
   * @param key to which set
   * @param item the value
   * @return false if it was in the set already
   */
  public boolean add(K key, T item) {
    Item<K, T> place = new Item<>(key, item);
    if (places.get(place).isPresent()) {
      return false;
    }
    places.put(place, items.size(key));
    items.add(key, item);
    return true;
  }

  /**
   * Removes a value; the last one takes its place.
   *
   * @param key from which set
   * @param item the value
   * @return false if it was not in the set
   */
  public boolean remove(K key, T item) {
    Integer place = places.get(new Item<>(key, item)).orElse(null);
    if (place == null) {
      return false;
    }
    T last = items.get(key, items.size(key) - 1);
    items.swapRemove(key, place);
    places.put(new Item<>(key, last), place);
    places.remove(new Item<>(key, item));
    return true;
  }

  /**
   * Takes a whole set away.
   *
   * @param key which set
   */
  public void clear(K key) {
    items.snapshot(key).forEach(item -> places.remove(new Item<>(key, item)));
    items.clear(key);
  }

  /**
   * Whether a value is in a set.
   *
   * @param key in which set
   * @param item the value
   * @return true if it is
   */
  public boolean contains(K key, T item) {
    return places.get(new Item<>(key, item)).isPresent();
  }

  /**
   * How many values a set has.
   *
   * @param key which set
   * @return the number of values
   */
  public int size(K key) {
    return items.size(key);
  }

  /**
   * All values of a set as they are now.
   *
   * @param key which set
   * @return a copy, in order
   */
  public List<T> snapshot(K key) {
    return items.snapshot(key);
  }
}
