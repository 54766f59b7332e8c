// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The directory of a store, held: nobody else opens it until this is closed. It is told by the file
 * CROSSLINE, which is also what is locked: RocksDB's own lock comes too late, after its files were
 * looked at.
 */
final class StoreDirectory implements AutoCloseable {
  private static final String MARK = "CROSSLINE";

  /** The mark while a store is being created: what is there then was never used. */
  private static final String DRAFT = "CROSSLINE.tmp";

  private static final String DATABASE = "db";

  /** Locks of files do not work within a process; what is more, closing any handle ends them. */
  private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

  private final Path directory;
  private final Path key;
  private @Nullable RandomAccessFile mark;
  private boolean isNew;

  private StoreDirectory(Path directory, Path key) {
    this.directory = directory;
    this.key = key;
  }

  /** Takes a directory; one that is new gets a draft, which {@link #finish} makes a store of. */
  static StoreDirectory take(Path directory, boolean isReadOnly) {
    try {
      if (!isReadOnly && !Files.exists(directory)) {
        Folders.create(directory);
      }
      if (!Files.isDirectory(directory)) {
        throw notAStore(directory, Files.exists(directory) ? "is no directory" : "does not exist");
      }
      Path key = directory.toRealPath();
      if (!OPEN_HERE.add(key)) {
        throw Failures.inUse(directory, null);
      }
      StoreDirectory taken = new StoreDirectory(directory, key);
      try {
        taken.enter(isReadOnly);
      } catch (IOException | RuntimeException | Error e) {
        taken.close();
        throw e;
      }
      return taken;
    } catch (IOException e) {
      throw Failures.of(directory, e);
    }
  }

  private void enter(boolean isReadOnly) throws IOException {
    Path file = directory.resolve(MARK);
    boolean isThere = Files.isRegularFile(file);
    if (!isThere) {
      checkIsBlank(isReadOnly);
      file = directory.resolve(DRAFT);
    }
    RandomAccessFile opened = new RandomAccessFile(file.toFile(), isReadOnly ? "r" : "rw");
    mark = opened;
    lock(opened, isReadOnly);
    if (isThere) {
      StoreMark.check(file, opened);
    } else if (Files.isRegularFile(directory.resolve(MARK))) {
      // Somebody else has just made a store of this draft, and left.
      opened.close();
      enter(false);
    } else {
      isNew = true;
      Folders.clear(database());
      StoreMark.write(opened);
      Folders.sync(directory);
    }
  }

  /** Nothing is there, or what a crash left of a creation, in which nothing was ever committed. */
  private void checkIsBlank(boolean isReadOnly) throws IOException {
    Set<String> names = Folders.names(directory);
    if (isReadOnly && (names.isEmpty() || names.contains(DRAFT))) {
      throw notAStore(directory, "holds no store yet");
    }
    if (!names.isEmpty()
        && !(names.contains(DRAFT) && Set.of(DRAFT, DATABASE).containsAll(names))) {
      throw notAStore(directory, "has no file " + MARK + " but other files");
    }
  }

  private void lock(RandomAccessFile opened, boolean isReadOnly) throws IOException {
    FileLock lock;
    try {
      lock = opened.getChannel().tryLock(0, Long.MAX_VALUE, isReadOnly);
    } catch (OverlappingFileLockException e) {
      throw Failures.inUse(directory, e);
    }
    if (lock == null) {
      throw Failures.inUse(directory, null);
    }
  }

  private static StoreException notAStore(Path directory, String what) {
    return new StoreException(
        Reason.NOT_A_STORE,
        directory + " " + what + "; name the directory of a store, or one that is empty or new",
        null);
  }

  /** Whether this process has the store open. */
  static boolean isOpenHere(Path directory) {
    try {
      return OPEN_HERE.contains(directory.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  /** Where the database of a store lies, whoever has it open. */
  static Path databaseOf(Path directory) {
    return directory.resolve(DATABASE);
  }

  /** Whether a database has to be made here. */
  boolean isNew() {
    return isNew;
  }

  /** Makes the draft a store, once its database is safe. */
  void finish() {
    try {
      Folders.sync(database());
      Folders.rename(directory.resolve(DRAFT), directory.resolve(MARK));
      Folders.sync(directory);
      isNew = false;
    } catch (IOException e) {
      throw Failures.of(directory, e);
    }
  }

  Path path() {
    return directory;
  }

  Path database() {
    return directory.resolve(DATABASE);
  }

  @Override
  public void close() {
    try {
      if (mark != null) {
        mark.close();
      }
    } catch (IOException e) {
      throw Failures.of(directory, e);
    } finally {
      OPEN_HERE.remove(key);
    }
  }
}
