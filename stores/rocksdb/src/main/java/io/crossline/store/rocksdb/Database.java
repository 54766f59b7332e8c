// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.Statistics;
import org.rocksdb.StatsLevel;
import org.rocksdb.TickerType;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** An open RocksDB with all native objects that belong to it. Not to be used once closed. */
final class Database implements AutoCloseable {
  private static final long WRITE_BUFFER = 32L << 20;
  private static final long BLOCK_CACHE = 8L << 20;
  private static final long LOG_FILE = 1L << 20;
  private static final int LOG_FILES = 2;

  /** Closed in the reverse order. */
  private final Deque<AutoCloseable> natives = new ArrayDeque<>();

  private final Path path;
  private final Statistics statistics;
  private final WriteOptions synced;
  private final RocksDB rocks;

  private Database(Path path, WALRecoveryMode recovery, boolean isNew, boolean isReadOnly)
      throws RocksDBException {
    this.path = path;
    NativeLibrary.load();
    try {
      statistics = owned(new Statistics());
      statistics.setStatsLevel(StatsLevel.EXCEPT_DETAILED_TIMERS);
      synced = owned(new WriteOptions()).setSync(true);
      Options options = options(recovery, isNew);
      if (isReadOnly) {
        // Otherwise RocksDB would begin a log of its own in the directory.
        options.setLogger(owned(new RocksDbLog()));
      }
      rocks =
          owned(
              isReadOnly
                  ? RocksDB.openReadOnly(options, path.toString())
                  : RocksDB.open(options, path.toString()));
    } catch (RocksDBException | RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Makes a database with a commit record and nothing else. */
  static void create(Path path) {
    try (Database database = new Database(path, WALRecoveryMode.AbsoluteConsistency, true, false)) {
      database.write(EncodedBatch.join(List.of(EncodedBatch.empty()), CommitRecord.NONE));
    } catch (RocksDBException e) {
      throw Failures.of(path, e);
    }
  }

  /** Reads the logs, then lets RocksDB read them, and sees that it read the same. */
  static Database open(Path path, boolean isReadOnly) {
    LiveLogs logs = LiveLogs.check(path);
    Database database;
    try {
      database = new Database(path, logs.recovery(), false, isReadOnly);
    } catch (RocksDBException e) {
      throw Failures.of(path, e);
    }
    long found = database.rocks.getLatestSequenceNumber();
    if (found < logs.lastWrite()) {
      database.close();
      throw new StoreException(
          path.toString(),
          -1,
          path + ": write " + logs.lastWrite() + " is in the logs, RocksDB found only " + found,
          null);
    }
    return database;
  }

  private Options options(WALRecoveryMode recovery, boolean isNew) {
    BlockBasedTableConfig tables =
        new BlockBasedTableConfig().setBlockCache(owned(new LRUCache(BLOCK_CACHE)));
    return owned(new Options())
        .setCreateIfMissing(isNew)
        .setParanoidChecks(true)
        .setWalRecoveryMode(recovery)
        .setRecycleLogFileNum(0)
        .setStatistics(statistics)
        .setTableFormatConfig(tables)
        // Mostly hashes and addresses, which do not compress.
        .setCompressionType(CompressionType.NO_COMPRESSION)
        .setWriteBufferSize(WRITE_BUFFER)
        .setMaxBackgroundJobs(2)
        .setStatsDumpPeriodSec(0)
        .setStatsPersistPeriodSec(0)
        .setSkipStatsUpdateOnDbOpen(true)
        .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
        .setMaxLogFileSize(LOG_FILE)
        .setKeepLogFileNum(LOG_FILES);
  }

  private <T extends AutoCloseable> T owned(T object) {
    natives.push(object);
    return object;
  }

  /** Writes a batch in RocksDB's form, and returns when it is synced. */
  void write(byte[] batch) throws RocksDBException {
    try (WriteBatch writes = new WriteBatch(batch)) {
      rocks.write(synced, writes);
    }
  }

  CommitRecord lastCommit() {
    try {
      return CommitRecord.decode(rocks.get(CommitRecord.KEY), path);
    } catch (RocksDBException e) {
      throw Failures.of(path, e);
    }
  }

  long syncs() {
    return statistics.getTickerCount(TickerType.WAL_FILE_SYNCED);
  }

  RocksDB rocks() {
    return rocks;
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    while (!natives.isEmpty()) {
      try {
        natives.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException(path + ": a native object cannot be closed", e);
      }
    }
  }
}
