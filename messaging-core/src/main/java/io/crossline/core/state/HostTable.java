// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.state;

import io.crossline.messaging.Codec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A map that belongs to the host of a chain: durable as the tables of the state are, but no frame
 * and no block undoes it. What a sequencer knows, how far a relayer is, when the next block is due.
 *
 * <p>Not thread-safe.
 *
 * @param <K> keys with value equality
 * @param <V> immutable values
 */
public final class HostTable<K, V> extends KeyedTable<K, V> {
  HostTable(String name, @Nullable Changes changes, Codec<K> keys, Codec<V> values) {
    super(name, changes, keys, values, new LinkedHashMap<>());
  }

  /**
   * Writes a value.
   *
   * @param key the key
   * @param value the new value
   */
  public void put(K key, V value) {
    entries.put(key, value);
    changed(key);
  }

  /**
   * Takes a key away.
   *
   * @param key the key
   * @return its value, or nothing if it had none
   */
  public Optional<V> remove(K key) {
    V before = entries.remove(key);
    if (before != null) {
      changed(key);
    }
    return Optional.ofNullable(before);
  }

  /**
   * All entries as they are now, in the order in which their keys came first; after a state was
   * opened again, those it held come in the order of their keys.
   *
   * @return a view
   */
  public Map<K, V> entries() {
    return Collections.unmodifiableMap(entries);
  }

  @Override
  void restore(Object key, @Nullable Object before) {
    throw new IllegalStateException(name() + ": a table of the host is not undone");
  }
}
