// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/**
 * A view of a database that another process has open: RocksDB's secondary instance, which takes no
 * lock and keeps the files open that the other may delete meanwhile.
 */
final class Secondary implements AutoCloseable {
  private static final int ATTEMPTS = 10;

  private final Options options;
  private final RocksDB rocks;
  private final Path scratch;

  private Secondary(Options options, RocksDB rocks, Path scratch) {
    this.options = options;
    this.rocks = rocks;
    this.scratch = scratch;
  }

  /** Opens it; again if the other process has just deleted a file that was to be read. */
  static Secondary open(Path database) {
    NativeLibrary.load();
    RocksDBException last = null;
    try {
      for (int i = 0; i < ATTEMPTS; i++) {
        Path scratch = Files.createTempDirectory("crossline-secondary");
        Options options =
            new Options().setMaxOpenFiles(-1).setInfoLogLevel(InfoLogLevel.FATAL_LEVEL);
        try {
          RocksDB rocks = RocksDB.openAsSecondary(options, database.toString(), scratch.toString());
          rocks.tryCatchUpWithPrimary();
          return new Secondary(options, rocks, scratch);
        } catch (RocksDBException e) {
          last = e;
          options.close();
          clear(scratch);
        }
      }
    } catch (IOException e) {
      throw Failures.of(database, e);
    }
    throw Failures.of(database, Objects.requireNonNull(last));
  }

  RocksDB rocks() {
    return rocks;
  }

  @Override
  public void close() {
    rocks.close();
    options.close();
    try {
      clear(scratch);
    } catch (IOException e) {
      throw Failures.of(scratch, e);
    }
  }

  private static void clear(Path folder) throws IOException {
    Folders.clear(folder);
    Files.delete(folder);
  }
}
