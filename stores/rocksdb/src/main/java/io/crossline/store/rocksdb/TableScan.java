// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Reads entries in the order of their keys, as they were in one moment. */
final class TableScan {
  private static final long READ_AHEAD = 256 << 10;

  private TableScan() {}

  static void run(Database database, String table, Bytes from, StateStore.EntryVisitor visitor) {
    byte[] prefix = TablePrefix.of(table);
    try (ReadOptions options = options();
        RocksIterator entries = database.rocks().newIterator(options)) {
      for (entries.seek(TablePrefix.join(prefix, from)); entries.isValid(); entries.next()) {
        byte[] key = entries.key();
        if (!TablePrefix.begins(key, prefix)
            || !visitor.visit(
                Bytes.copyOf(key, prefix.length, key.length), Bytes.of(entries.value()))) {
          break;
        }
      }
      entries.status();
    } catch (RocksDBException e) {
      throw Failures.of(database.path(), e);
    }
  }

  /** The names of all tables with entries: a jump for each. */
  static SortedSet<String> tables(Database database) {
    SortedSet<String> names = new TreeSet<>();
    try (ReadOptions options = options();
        RocksIterator entries = database.rocks().newIterator(options)) {
      entries.seek(new byte[] {1});
      while (entries.isValid()) {
        byte[] key = entries.key();
        int size = TablePrefix.sizeIn(key, database.path());
        names.add(TablePrefix.name(key, size));
        byte[] next = TablePrefix.after(Arrays.copyOf(key, size));
        if (next.length == 0) {
          break;
        }
        entries.seek(next);
      }
      entries.status();
    } catch (RocksDBException e) {
      throw Failures.of(database.path(), e);
    }
    return Collections.unmodifiableSortedSet(names);
  }

  /** What is read once need not displace what is read often. */
  static ReadOptions options() {
    return new ReadOptions()
        .setVerifyChecksums(true)
        .setFillCache(false)
        .setReadaheadSize(READ_AHEAD);
  }
}
