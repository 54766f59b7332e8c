// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rocksdb.FlushOptions;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Makes a store that holds what another one held at one moment, entry by entry, with the same last
 * commit. It shares no file with the other, and is a draft until it is whole and safe.
 */
final class Backup {
  private static final int STEP = 1 << 12;

  /** Room beyond the size of the source, since files are laid out anew. */
  private static final long SPARE = 64L << 20;

  private final Path source;
  private final Path target;
  private final VerifyListener listener;

  Backup(Path source, Path target, VerifyListener listener) {
    this.source = source;
    this.target = target;
    this.listener = listener;
  }

  /** Copies what a database holds now, and checks what was written. */
  StoreContents run(RocksDB from) {
    boolean wasThere = Files.exists(target);
    boolean begun = false;
    try {
      requireRoom();
      try (StoreDirectory taken = StoreDirectory.take(target, false)) {
        if (!taken.isNew()) {
          throw new StoreException(
              Reason.NOT_A_STORE,
              target + " is a store already; name a directory that is empty or not there yet",
              null);
        }
        begun = true;
        Database.create(taken.database());
        try (Database to = Database.open(taken.database(), false)) {
          copy(from, to.rocks());
        }
        taken.finish();
      }
      return RocksDbStore.verify(target, listener);
    } catch (IOException e) {
      throw Failures.of(target, e);
    } catch (RocksDBException e) {
      undo(begun, wasThere);
      throw Failures.of(target, e);
    } catch (RuntimeException | Error e) {
      undo(begun, wasThere);
      throw e;
    }
  }

  private void requireRoom() throws IOException {
    Path place = target.toAbsolutePath();
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    long needed = Folders.size(source) + SPARE;
    long room = Files.getFileStore(place).getUsableSpace();
    if (room < needed) {
      throw new StoreException(
          Reason.DISK_FULL,
          String.format(
              "%s: the backup may need %,d bytes and there are %,d; nothing was written",
              target, needed, room),
          null);
    }
  }

  /** An iterator stays at the moment of its making, and a commit is one write: no half is seen. */
  private void copy(RocksDB from, RocksDB to) throws RocksDBException {
    try (ReadOptions options = TableScan.options();
        WriteOptions writes = new WriteOptions().setDisableWAL(true);
        WriteBatch batch = new WriteBatch()) {
      long entries = 0;
      try (RocksIterator all = from.newIterator(options)) {
        for (all.seekToFirst(); all.isValid(); all.next()) {
          batch.put(all.key(), all.value());
          if (++entries % STEP == 0) {
            to.write(writes, batch);
            batch.clear();
            listener.checked("copied", entries);
          }
        }
        all.status();
      }
      to.write(writes, batch);
      try (FlushOptions flush = new FlushOptions().setWaitForFlush(true)) {
        to.flush(flush);
      }
    }
  }

  /** Takes away a half of a backup, so that nobody takes it for one; what was there stays. */
  private void undo(boolean begun, boolean wasThere) {
    if (!begun) {
      return;
    }
    try (Stream<Path> files = Files.walk(target)) {
      List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : all) {
        if (!wasThere || !file.equals(target)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      // It stays a draft, which no store opens: the failure that is being told is the news.
    }
  }
}
