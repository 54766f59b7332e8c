// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A table whose entries are those of one map. */
abstract class KeyedTable<K, V> extends Table {
  private final Codec<K> keys;
  private final Codec<V> values;
  private final Map<K, V> entries;

  /** With the map, which is empty. */
  KeyedTable(
      String name, @Nullable Changes changes, Codec<K> keys, Codec<V> values, Map<K, V> entries) {
    super(name, changes);
    this.keys = keys;
    this.values = values;
    this.entries = entries;
  }

  final Map<K, V> map() {
    return entries;
  }

  @Override
  @SuppressWarnings("unchecked") // they are what key() and value() or put() gave
  final void restoreQuietly(Object key, @Nullable Object value) {
    if (value == null) {
      entries.remove(key);
    } else {
      entries.put((K) key, (V) value);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // only keys of this table come here
  final Bytes keyBytes(Object key) {
    return keys.encode((K) key);
  }

  @Override
  final Object key(Bytes bytes) {
    return keys.decode(bytes);
  }

  @Override
  @SuppressWarnings("unchecked") // only values of this table come here
  final Bytes valueBytes(Object value) {
    return values.encode((V) value);
  }

  @Override
  final Object value(Bytes bytes) {
    return values.decode(bytes);
  }

  @Override
  final @Nullable Object now(Object key) {
    return entries.get(key);
  }
}
