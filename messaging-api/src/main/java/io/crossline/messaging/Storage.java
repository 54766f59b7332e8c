// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * The state of one contract: single values and maps, each under a name of its own. What was written
 * is undone when the frame that wrote it reverts. Not thread-safe; used on the thread of the frame.
 */
public interface Storage {
  /**
   * A single value: the entry of a map with the empty key.
   *
   * @param name its name within the contract
   * @param codec how it is written
   * @param initial what is read before anything is written
   * @param <T> its type
   * @return access to the value
   */
  default <T> Slot<T> slot(String name, Codec<T> codec, T initial) {
    StorageMap<Bytes, T> single = map(name, Codec.BYTES, codec, initial);
    return new Slot<>() {
      @Override
      public T get() {
        return single.get(Bytes.EMPTY);
      }

      @Override
      public void set(T value) {
        single.put(Bytes.EMPTY, value);
      }
    };
  }

  /**
   * A map.
   *
   * @param name its name within the contract
   * @param keys how keys are written
   * @param values how values are written
   * @param initial what is read under a key before anything is written there
   * @param <K> the type of its keys
   * @param <V> the type of its values
   * @return access to the map
   */
  <K, V> StorageMap<K, V> map(String name, Codec<K> keys, Codec<V> values, V initial);
}
