// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A journaled map of immutable values. Keys and values must not change after they were put.
 *
 * <p>Not thread-safe.
 *
 * @param <K> keys with value equality
 * @param <V> immutable values
 */
public final class ObjectTable<K, V> {
  private final Journal journal;
  private final Map<K, V> entries = new HashMap<>();

  ObjectTable(Journal journal) {
    this.journal = journal;
  }

  /**
   * Reads a value.
   *
   * @param key the key
   * @return the value, or nothing if the key has none
   */
  public Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  /**
   * Writes a value.
   *
   * @param key the key
   * @param value the new value
   */
  public void put(K key, V value) {
    V before = entries.put(key, value);
    journal.noteObject(
        () -> {
          if (before == null) {
            entries.remove(key);
          } else {
            entries.put(key, before);
          }
        });
  }

  /**
   * Takes a key away.
   *
   * @param key the key
   */
  public void remove(K key) {
    V before = entries.remove(key);
    if (before != null) {
      journal.noteObject(() -> entries.put(key, before));
    }
  }

  /**
   * Takes a key away for good: no undo brings it back. An act of the host, for runs that are too
   * long to keep what nobody will read again.
   *
   * @param key the key; nothing that can still be undone wrote it
   */
  public void forget(K key) {
    entries.remove(key);
  }

  /**
   * How many keys have a value.
   *
   * @return the number of keys
   */
  public int size() {
    return entries.size();
  }
}
