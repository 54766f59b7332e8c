// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.StateStore;
import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import io.crossline.messaging.store.WriteBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SortedSet;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDBException;

/**
 * A store in a directory, on an embedded RocksDB. The directory holds the file {@code CROSSLINE},
 * which tells that it is a store and of which format, and the database in {@code db}.
 *
 * <p><b>Commits.</b> A commit returns when the database has synced its log. Commits that arrive
 * while one is being written are written by the next one that leads, in one write with one sync.
 * Each leaves its number and a checksum chained with that of the commit before. After a failed
 * commit none is taken until the store is opened again. A thread that is interrupted while it
 * commits goes on, and stays interrupted.
 *
 * <p><b>Damage.</b> Opening reads the manifest and every log before RocksDB does. A log that ends
 * within its last record was torn by a crash; that record, which nobody was told of, is dropped. A
 * changed bit anywhere before is {@link Reason#DAMAGED}, with file and offset, and so is one in the
 * last record, unless what is left looks just like a torn record: its length says that it goes on
 * past the end of the file, or the file from some sector of 512 bytes on is empty. That whole
 * records are missing at the end of the log, or whole logs, only {@link
 * RocksDbStoreOptions#expecting} can tell. A table's file is checked as far as it is read: all of
 * it by {@link #verify}.
 *
 * <p>A directory can be open once in a process. Thread-safe.
 */
public final class RocksDbStore implements StateStore {
  private final StoreDirectory directory;
  private final Database database;
  private final GroupCommit commits;
  private final Gate gate;
  private final boolean isReadOnly;

  private RocksDbStore(StoreDirectory directory, Database database, boolean isReadOnly) {
    this.directory = directory;
    this.database = database;
    this.isReadOnly = isReadOnly;
    commits = new GroupCommit(database::write, database.path(), database.lastCommit());
    gate = new Gate(directory.path().toString());
  }

  /**
   * Opens a store for reading and writing; creates it if the directory is empty or not there.
   *
   * @param directory where it is
   * @return the store
   * @throws StoreException as for {@link #open(Path, RocksDbStoreOptions)}
   */
  public static RocksDbStore open(Path directory) {
    return open(directory, RocksDbStoreOptions.DEFAULT);
  }

  /**
   * Opens a store; creates it if the directory is empty or not there, unless it is only looked at.
   * Costs the reading of what has not yet been sorted into tables, 32 MB or little more.
   *
   * @param directory where it is
   * @param options how to open it
   * @return the store
   * @throws StoreException {@link Reason#NOT_A_STORE} if there is something else; {@link
   *     Reason#FUTURE_FORMAT} if a later version wrote it, and nothing is touched; {@link
   *     Reason#IN_USE} if it is open already; {@link Reason#READ_ONLY} if it cannot be written to;
   *     {@link Reason#DISK_FULL} if there is no room; {@link Reason#DAMAGED} if its files are not
   *     as they were written; {@link Reason#BEHIND} if it holds less than expected; {@link
   *     Reason#FAILED} if reading or writing its files fails otherwise
   */
  public static RocksDbStore open(Path directory, RocksDbStoreOptions options) {
    StoreDirectory taken = StoreDirectory.take(directory, options.isReadOnly());
    try {
      if (taken.isNew()) {
        Database.create(taken.database());
        taken.finish();
      }
      return open(taken, options);
    } catch (RuntimeException | Error e) {
      taken.close();
      throw e;
    }
  }

  private static RocksDbStore open(StoreDirectory taken, RocksDbStoreOptions options) {
    Database database = Database.open(taken.database(), options.isReadOnly());
    try {
      RocksDbStore store = new RocksDbStore(taken, database, options.isReadOnly());
      if (store.sequence() < options.expected()) {
        throw new StoreException(
            Reason.BEHIND,
            taken.path()
                + " ends with commit "
                + store.sequence()
                + ", expected at least "
                + options.expected()
                + ": commits are missing, restore a later copy",
            null);
      }
      return store;
    } catch (RuntimeException | Error e) {
      database.close();
      throw e;
    }
  }

  /**
   * Reads all that a store holds and checks it: the records of its logs and manifest, every block
   * of its tables' files, every entry's key, and the record of the last commit. Changes nothing in
   * the directory.
   *
   * @param directory where the store is; it must not be open
   * @param listener is told how far the check is
   * @return what the store holds
   * @throws StoreException {@link Reason#DAMAGED} with the place of the first damage that was
   *     found; otherwise as for opening to read only
   */
  public static StoreContents verify(Path directory, VerifyListener listener) {
    try (StoreDirectory taken = StoreDirectory.take(directory, true)) {
      LiveLogs logs = LiveLogs.check(taken.database());
      try (Database database = Database.open(taken.database(), true)) {
        return new StoreVerification(database, logs, listener).run();
      }
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoreException {@link Reason#DISK_FULL} or {@link Reason#FAILED} as above; {@link
   *     Reason#READ_ONLY} if the store is only looked at; {@link Reason#CLOSED}
   * @throws IllegalArgumentException if the batch does not fit into 2 GiB; nothing has happened
   *     then
   */
  @Override
  public long commit(WriteBatch batch) {
    EncodedBatch encoded = new EncodedBatch(batch);
    gate.enter();
    try {
      checkIsWritable();
      return commits.commit(encoded);
    } finally {
      gate.leave();
    }
  }

  private void checkIsWritable() {
    if (isReadOnly) {
      throw new StoreException(
          Reason.READ_ONLY, directory.path() + " was opened to read only, open it to write", null);
    }
  }

  @Override
  public long sequence() {
    return commits.last().sequence();
  }

  /**
   * What all commits add up to: CRC32C over the chain of the commit before, the commit's number,
   * how many writes it has, and CRC32C of its writes. Two stores of the same sequence and chain
   * have the same history.
   *
   * @return the chain after the last commit that is safe, from 0 to 2^32 - 1; 0 if there was none
   */
  public long chain() {
    return Integer.toUnsignedLong(commits.last().chain());
  }

  /**
   * How often the log was synced since the store was opened, as counted by RocksDB.
   *
   * @return its ticker WAL_FILE_SYNCED
   * @throws StoreException {@link Reason#CLOSED}
   */
  public long syncs() {
    gate.enter();
    try {
      return database.syncs();
    } finally {
      gate.leave();
    }
  }

  @Override
  public SortedSet<String> tables() {
    gate.enter();
    try {
      return TableScan.tables(database);
    } finally {
      gate.leave();
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>The visitor may commit, and must not close the store.
   */
  @Override
  public void scan(String table, Bytes from, EntryVisitor visitor) {
    gate.enterAsVisitor();
    try {
      TableScan.run(database, table, from, visitor);
    } finally {
      gate.leaveAsVisitor();
    }
  }

  /**
   * Writes all entries into files of their own order and drops what was removed or overwritten.
   * Commits go on meanwhile.
   *
   * @throws StoreException {@link Reason#READ_ONLY}, {@link Reason#CLOSED}, {@link
   *     Reason#DISK_FULL}, {@link Reason#DAMAGED} if an entry cannot be read
   */
  public void compact() {
    gate.enter();
    try (FlushOptions flush = new FlushOptions().setWaitForFlush(true);
        CompactRangeOptions compaction =
            new CompactRangeOptions()
                .setBottommostLevelCompaction(BottommostLevelCompaction.kForceOptimized)) {
      checkIsWritable();
      database.rocks().flush(flush);
      database
          .rocks()
          .compactRange(database.rocks().getDefaultColumnFamily(), null, null, compaction);
    } catch (RocksDBException e) {
      throw Failures.of(database.path(), e);
    } finally {
      gate.leave();
    }
  }

  /**
   * Makes a copy of all that the store holds now, which can be opened and used as it is. Commits go
   * on meanwhile, and are not in it: it is the state after one commit, with its sequence and chain.
   * What was copied is read back and checked.
   *
   * @param target a directory that is empty or not there yet; what a failure leaves there is taken
   *     away
   * @param listener is told how far it is
   * @return what the copy holds
   * @throws StoreException {@link Reason#DISK_FULL} before anything is written, if there is less
   *     room than the store takes; {@link Reason#NOT_A_STORE} if there is something in the
   *     directory; {@link Reason#DAMAGED} if an entry cannot be read; {@link Reason#CLOSED}
   */
  public StoreContents backup(Path target, VerifyListener listener) {
    gate.enter();
    try {
      return new Backup(directory.path(), target, listener).run(database.rocks());
    } finally {
      gate.leave();
    }
  }

  /**
   * Makes a copy of all that a store holds, which is closed or which another process has open; it
   * is only read.
   *
   * @param directory where the store is
   * @param target as for {@link #backup(Path, VerifyListener)}
   * @param listener is told how far it is
   * @return what the copy holds: the state after one commit
   * @throws StoreException as for {@link #backup(Path, VerifyListener)}; {@link Reason#IN_USE} if
   *     this process has the store open itself, which can make the copy
   */
  public static StoreContents backup(Path directory, Path target, VerifyListener listener) {
    try (StoreDirectory taken = StoreDirectory.take(directory, true);
        Database database = Database.open(taken.database(), true)) {
      return new Backup(directory, target, listener).run(database.rocks());
    } catch (StoreException e) {
      if (e.reason() != Reason.IN_USE || StoreDirectory.isOpenHere(directory)) {
        throw e;
      }
    }
    try (Secondary secondary = Secondary.open(StoreDirectory.databaseOf(directory))) {
      return new Backup(directory, target, listener).run(secondary.rocks());
    }
  }

  /**
   * How much space the store takes.
   *
   * @return the bytes of all files in its directory
   */
  public long sizeOnDisk() {
    try {
      return Folders.size(directory.path());
    } catch (IOException e) {
      throw Failures.of(directory.path(), e);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if a visitor of a scan closes the store that it visits
   */
  @Override
  public void close() {
    if (gate.close()) {
      database.close();
      directory.close();
    }
  }
}
