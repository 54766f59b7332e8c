// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.core.record.RecordReader;
import io.crossline.core.state.ObjectTable;
import io.crossline.core.state.State;
import io.crossline.messaging.Address;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.Storage;
import io.crossline.messaging.StorageMap;

/**
 * The named storage of all contracts of one chain: one journaled table of bytes, keyed by contract,
 * name and key.
 *
 * <p>Not thread-safe.
 */
public final class ContractStorage {
  private final ObjectTable<Key, Bytes> table;

  /**
   * Creates an empty storage.
   *
   * @param state the state of the chain, whose journal it writes through
   * @param addresses how the addresses of the chain are written
   */
  public ContractStorage(State state, Codec<? extends Address> addresses) {
    table = state.objectTable("storage", keys(addresses), Codec.BYTES);
  }

  private record Key(Address contract, String name, Bytes key) {}

  private static Codec<Key> keys(Codec<? extends Address> addresses) {
    return RecordReader.codec(
        (writer, key) -> writer.bytes(key.contract.encoded()).text(key.name).bytes(key.key),
        reader -> new Key(reader.field(addresses), reader.text(), reader.bytes()));
  }

  /**
   * What one contract sees.
   *
   * @param contract its address
   * @return its storage
   */
  public Storage of(Address contract) {
    return new Storage() {
      @Override
      public <K, V> StorageMap<K, V> map(String name, Codec<K> keys, Codec<V> values, V initial) {
        return new StorageMap<>() {
          @Override
          public V get(K key) {
            return table
                .get(new Key(contract, name, keys.encode(key)))
                .map(values::decode)
                .orElse(initial);
          }

          @Override
          public void put(K key, V value) {
            table.put(new Key(contract, name, keys.encode(key)), values.encode(value));
          }
        };
      }
    };
  }
}
