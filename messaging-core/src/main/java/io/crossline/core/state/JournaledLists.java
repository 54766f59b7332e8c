// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Journaled lists of immutable values, one under each key: append, read, and remove as Solidity's
 * sets do, by putting the last value in the place of the one that goes. A key whose list is empty
 * takes no room.
 *
 * <p>Not thread-safe.
 *
 * @param <K> keys with value equality
 * @param <T> immutable values
 */
public final class JournaledLists<K, T> extends Table {
  /** A key and an index, in a store one behind the other. */
  private record Place<K>(K key, int index) {
    static <K> Codec<Place<K>> codec(Codec<K> keys) {
      return Codec.of(
          place -> Bytes.concat(keys.encode(place.key), Bytes.ofLong(place.index)),
          bytes -> {
            int end = bytes.size() - Long.BYTES;
            K key = keys.decode(bytes.slice(0, end));
            return new Place<>(key, Math.toIntExact(bytes.getLong(end)));
          });
    }
  }

  private final Journal journal;
  private final Map<Object, List<T>> lists = new HashMap<>();

  JournaledLists(
      Journal journal, String name, @Nullable Changes changes, Codec<K> keys, Codec<T> codec) {
    super(name, changes, Place.codec(keys), codec);
    this.journal = journal;
  }

  /**
   * Appends a value.
   *
   * @param key of which list
   * @param item the value
   */
  public void add(K key, T item) {
    List<T> list = lists.computeIfAbsent(key, none -> new ArrayList<>());
    note(new Place<>(key, list.size()), null);
    list.add(item);
  }

  /**
   * Removes the value at a place; the last value takes its place.
   *
   * @param key of which list
   * @param index the place, from 0
   * @throws IndexOutOfBoundsException if there is no such value
   */
  public void swapRemove(K key, int index) {
    List<T> list = list(key);
    T removed = list.get(index);
    int last = list.size() - 1;
    if (index != last) {
      note(new Place<>(key, index), removed);
      list.set(index, list.get(last));
    }
    note(new Place<>(key, last), list.get(last));
    removeLast(key, list);
  }

  /**
   * Takes a whole list away.
   *
   * @param key of which list
   */
  public void clear(K key) {
    for (int last = size(key) - 1; last >= 0; last--) {
      swapRemove(key, last);
    }
  }

  /**
   * Takes a whole list away for good: no undo brings it back. An act of the host, for runs that are
   * too long to keep what nobody will read again.
   *
   * @param key of which list; nothing that can still be undone wrote it
   */
  public void forget(K key) {
    int size = size(key);
    lists.remove(key);
    if (isDurable()) {
      for (int i = 0; i < size; i++) {
        changed(new Place<>(key, i));
      }
    }
  }

  /**
   * Reads a value.
   *
   * @param key of which list
   * @param index its place, from 0
   * @return the value
   * @throws IndexOutOfBoundsException if there is no such value
   */
  public T get(K key, int index) {
    return list(key).get(index);
  }

  /**
   * How many values a list has.
   *
   * @param key of which list
   * @return the number of values
   */
  public int size(K key) {
    return list(key).size();
  }

  /**
   * All values of a list as they are now.
   *
   * @param key of which list
   * @return a copy
   */
  public List<T> snapshot(K key) {
    return List.copyOf(list(key));
  }

  private List<T> list(Object key) {
    List<T> list = lists.get(key);
    return list == null ? List.of() : list;
  }

  private void removeLast(Object key, List<T> list) {
    list.remove(list.size() - 1);
    if (list.isEmpty()) {
      lists.remove(key);
    }
  }

  private void note(Place<K> place, @Nullable Object before) {
    journal.noteObject(this, place, before);
    changed(place);
  }

  @Override
  @SuppressWarnings("unchecked") // it is what was decoded, or what a list of this table gave
  void restoreQuietly(Object any, @Nullable Object value) {
    Place<?> place = (Place<?>) any;
    if (value == null) {
      removeLast(place.key, Objects.requireNonNull(lists.get(place.key)));
      return;
    }
    List<T> list = lists.computeIfAbsent(place.key, none -> new ArrayList<>());
    if (place.index == list.size()) {
      list.add((T) value);
    } else {
      list.set(place.index, (T) value);
    }
  }

  @Override
  @Nullable Object now(Object any) {
    Place<?> place = (Place<?>) any;
    List<T> list = list(place.key);
    return place.index < list.size() ? list.get(place.index) : null;
  }
}
