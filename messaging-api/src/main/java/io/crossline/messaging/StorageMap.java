// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import java.util.function.UnaryOperator;

/**
 * A stored map of a contract, in which every key has a value.
 *
 * <p>Not thread-safe: it is part of a contract's storage.
 *
 * @param <K> the type of its keys
 * @param <V> the type of its values
 */
public interface StorageMap<K, V> {
  /**
   * Reads the value under a key.
   *
   * @param key the key
   * @return the value written last, or the initial one
   */
  V get(K key);

  /**
   * Writes the value under a key.
   *
   * @param key the key
   * @param value the new value
   */
  void put(K key, V value);

  /**
   * Changes the value under a key.
   *
   * @param key the key
   * @param change makes the new value of the old one
   * @return the new value
   */
  default V update(K key, UnaryOperator<V> change) {
    V value = change.apply(get(key));
    put(key, value);
    return value;
  }
}
