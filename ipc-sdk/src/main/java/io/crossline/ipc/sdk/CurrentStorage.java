// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.sdk;

import io.crossline.ipc.gateway.IpcContext;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Storage;
import io.crossline.messaging.StorageMap;

/** The storage of whichever call runs, so that slots and maps may be kept in fields. */
final class CurrentStorage implements Storage {
  private final Current<IpcContext> current;

  CurrentStorage(Current<IpcContext> current) {
    this.current = current;
  }

  @Override
  public <K, V> StorageMap<K, V> map(String name, Codec<K> keys, Codec<V> values, V initial) {
    return new StorageMap<>() {
      @Override
      public V get(K key) {
        return current.get().storage().map(name, keys, values, initial).get(key);
      }

      @Override
      public void put(K key, V value) {
        current.get().storage().map(name, keys, values, initial).put(key, value);
      }
    };
  }
}
