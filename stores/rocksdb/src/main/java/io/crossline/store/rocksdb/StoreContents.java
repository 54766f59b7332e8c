// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a store was found to hold when all of it was checked.
 *
 * <p>Immutable and thread-safe.
 *
 * @param sequence the number of its last commit, 0 if there was none
 * @param chain the checksum over all its commits, see {@link RocksDbStore#chain}
 * @param tables how many entries each table has, by name
 * @param bytes how much was read: tables, logs and manifest
 * @param hasTornEnd whether its log ends within a commit that nobody was told of, which the next
 *     opening to write drops
 */
public record StoreContents(
    long sequence, long chain, SortedMap<String, Long> tables, long bytes, boolean hasTornEnd) {
  /** Creates contents. */
  public StoreContents {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /**
   * All entries.
   *
   * @return how many there are
   */
  public long entries() {
    return tables.entrySet().stream().mapToLong(Map.Entry::getValue).sum();
  }
}
