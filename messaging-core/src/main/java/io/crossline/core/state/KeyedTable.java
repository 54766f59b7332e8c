// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Codec;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table whose entries are those of one map. */
abstract class KeyedTable<K, V> extends Table {
  final Map<K, V> entries;

  /** With the map, which is empty. */
  KeyedTable(
      String name, @Nullable Changes changes, Codec<K> keys, Codec<V> values, Map<K, V> entries) {
    super(name, changes, keys, values);
    this.entries = entries;
  }

  @Override
  @SuppressWarnings("unchecked") // they are what was decoded, or what put() was given
  final void restoreQuietly(Object key, @Nullable Object value) {
    if (value == null) {
      entries.remove(key);
    } else {
      entries.put((K) key, (V) value);
    }
  }

  @Override
  final @Nullable Object now(Object key) {
    return entries.get(key);
  }

  /**
   * Reads a value.
   *
   * @param key the key
   * @return the value, or nothing if the key has none
   */
  public final Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }
}
