// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** What went wrong below, in the terms of a store. */
final class Failures {
  /** In RocksDB's words, without the folder. */
  private static final Pattern FILE =
      Pattern.compile("\\b(?:\\d+\\.(?:sst|log)|MANIFEST-\\d+|CURRENT)\\b");

  private static final Pattern SUSPICION =
      Pattern.compile(" *The file MANIFEST-\\d+ may be corrupted\\.");

  private static final Pattern OFFSET = Pattern.compile("(?:offset[ =:]+|Footer at )(\\d+)");

  private Failures() {}

  /** What RocksDB says at opening, reading or maintenance. */
  static StoreException of(Path database, RocksDBException e) {
    String message = String.valueOf(e.getMessage());
    Status status = e.getStatus();
    Status.Code code = status == null ? Status.Code.Undefined : status.getCode();
    if (isFull(e)) {
      return full(database, e);
    }
    if (message.contains("While lock file") || message.contains("lock hold by current process")) {
      return inUse(database, e);
    }
    if (isReadOnly(message)) {
      return readOnly(database, e);
    }
    if (code == Status.Code.Corruption
        || message.contains("create_if_missing is false")
        || code == Status.Code.IOError && message.contains("No such file")) {
      return damaged(database, message, e);
    }
    return new StoreException(
        Reason.FAILED, database + ": RocksDB reports \"" + message + "\", reopen the store", e);
  }

  /** What went wrong with a file that RocksDB does not own. */
  static StoreException of(Path path, IOException e) {
    String message = String.valueOf(e.getMessage());
    if (e instanceof AccessDeniedException || isReadOnly(message)) {
      return readOnly(path, e);
    }
    if (message.contains("No space left on device")) {
      return full(path, e);
    }
    if (e instanceof NotDirectoryException) {
      return new StoreException(
          Reason.NOT_A_STORE, path + " cannot be there: " + message + " is no directory", e);
    }
    if (e instanceof NoSuchFileException absent) {
      return new StoreException(
          Reason.NOT_A_STORE,
          path + " cannot be there: no folder " + absent.getFile() + " can be made",
          e);
    }
    return new StoreException(Reason.FAILED, path + ": " + e, e);
  }

  /** A commit that may or may not be there when the store is opened again. */
  static StoreException ofCommit(Path database, Throwable cause) {
    if (cause instanceof RocksDBException e && isFull(e)) {
      return full(database, e);
    }
    return new StoreException(
        Reason.FAILED,
        database + ": the commit failed (" + cause.getMessage() + "), reopen the store to go on",
        cause);
  }

  /** A commit that came after one that failed, and was not tried. */
  static StoreException stopped(Path database, Throwable cause) {
    return new StoreException(
        Reason.FAILED,
        database
            + ": an earlier commit failed ("
            + cause.getMessage()
            + "), the store takes no more until it is reopened",
        cause);
  }

  static StoreException inUse(Path directory, @Nullable Throwable cause) {
    return new StoreException(
        Reason.IN_USE,
        directory + " is open in another process or elsewhere in this one, close it there first",
        cause);
  }

  static StoreException readOnly(Path path, Throwable cause) {
    return new StoreException(
        Reason.READ_ONLY,
        path + " cannot be written to (" + cause + "), allow it or open the store to read only",
        cause);
  }

  private static StoreException full(Path path, Throwable cause) {
    return new StoreException(
        Reason.DISK_FULL, path + ": no space left, make room and reopen the store", cause);
  }

  private static boolean isFull(RocksDBException e) {
    Status status = e.getStatus();
    return status != null && status.getSubCode() == Status.SubCode.NoSpace
        || String.valueOf(e.getMessage()).contains("No space left on device");
  }

  private static boolean isReadOnly(String message) {
    return message.contains("Read-only file system")
        || message.contains("Permission denied")
        || message.contains("Operation not permitted");
  }

  private static StoreException damaged(Path database, String message, Throwable cause) {
    // RocksDB suspects the manifest of naming wrong files; that was read before, and is whole.
    String local = message.replace(database + "/", "");
    String damage = SUSPICION.matcher(local).replaceFirst("");
    Matcher place = FILE.matcher(damage);
    Matcher offset = OFFSET.matcher(damage);
    Path found = place.find() ? database.resolve(place.group()) : TableFiles.firstDamaged(database);
    String file = found.toString();
    long at = offset.find() ? Long.parseLong(offset.group(1)) : -1;
    return new StoreException(
        file, at, file + " is damaged, restore it from a copy; RocksDB says: " + damage, cause);
  }
}
