// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Codec;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * A journaled map of immutable values. Keys and values must not change after they were put.
 *
 * <p>Not thread-safe.
 *
 * @param <K> keys with value equality
 * @param <V> immutable values
 */
public final class ObjectTable<K, V> extends KeyedTable<K, V> {
  private final Journal journal;

  ObjectTable(
      Journal journal, String name, @Nullable Changes changes, Codec<K> keys, Codec<V> values) {
    super(name, changes, keys, values, new HashMap<>());
    this.journal = journal;
  }

  /**
   * Writes a value.
   *
   * @param key the key
   * @param value the new value
   */
  public void put(K key, V value) {
    journal.noteObject(this, key, entries.put(key, value));
    changed(key);
  }

  /**
   * Takes a key away.
   *
   * @param key the key
   */
  public void remove(K key) {
    V before = entries.remove(key);
    if (before != null) {
      journal.noteObject(this, key, before);
      changed(key);
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
    changed(key);
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
