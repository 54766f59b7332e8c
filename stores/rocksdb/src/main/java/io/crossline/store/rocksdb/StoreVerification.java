// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rocksdb.LiveFileMetaData;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** Reads everything that an open database holds and checks it. */
final class StoreVerification {
  private static final int STEP = 1 << 14;

  private final Database database;
  private final LiveLogs logs;
  private final VerifyListener listener;
  private final SortedMap<String, Long> tables = new TreeMap<>();
  private long entries;

  StoreVerification(Database database, LiveLogs logs, VerifyListener listener) {
    this.database = database;
    this.logs = logs;
    this.listener = listener;
  }

  StoreContents run() {
    try {
      long bytes = logs.bytes();
      listener.checked("logs", bytes);
      // Every block of every table's file, whether an entry in it still counts or not.
      database.rocks().verifyChecksum();
      for (LiveFileMetaData file : database.rocks().getLiveFilesMetaData()) {
        bytes += file.size();
      }
      listener.checked("tables", bytes);
      readEntries();
      listener.checked("entries", entries);
      CommitRecord last = database.lastCommit();
      return new StoreContents(
          last.sequence(), Integer.toUnsignedLong(last.chain()), tables, bytes, logs.isTorn());
    } catch (RocksDBException e) {
      throw Failures.of(database.path(), e);
    }
  }

  private void readEntries() throws RocksDBException {
    try (ReadOptions options = TableScan.options();
        RocksIterator all = database.rocks().newIterator(options)) {
      for (all.seekToFirst(); all.isValid(); all.next()) {
        byte[] key = all.key();
        all.value();
        if (!Arrays.equals(key, CommitRecord.KEY)) {
          int size = TablePrefix.sizeIn(key, database.path());
          tables.merge(TablePrefix.name(key, size), 1L, Long::sum);
          entries++;
          if (entries % STEP == 0) {
            listener.checked("entries", entries);
          }
        }
      }
      all.status();
    }
  }
}
