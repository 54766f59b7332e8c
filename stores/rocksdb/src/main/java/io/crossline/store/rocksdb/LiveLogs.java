// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rocksdb.WALRecoveryMode;

/**
 * What is read of a database before RocksDB recovers it: its manifest and all its logs.
 *
 * @param bytes how much was read
 * @param lastWrite RocksDB's number of the last write that is there whole, at least; 0 if it is not
 *     known from the logs
 * @param isTorn whether a log ends within a record
 */
record LiveLogs(long bytes, long lastWrite, boolean isTorn) {
  private static final Pattern MANIFEST = Pattern.compile("MANIFEST-\\d+\n");

  /**
   * Reads them.
   *
   * @throws StoreException if one is damaged
   */
  static LiveLogs check(Path database) {
    long bytes = LogFile.read(manifest(database), false).size();
    List<LogFile.End> logs = new ArrayList<>();
    for (Path log : logs(database)) {
      logs.add(LogFile.read(log, true));
    }
    long last = 0;
    boolean isTorn = false;
    for (int i = 0; i < logs.size(); i++) {
      LogFile.End log = logs.get(i);
      bytes += log.size();
      last = Math.max(last, log.nextSequence() - 1);
      isTorn |= log.isTorn();
      if (log.isTorn()) {
        checkWasRecovered(log, logs.subList(i + 1, logs.size()));
      }
    }
    return new LiveLogs(bytes, last, isTorn);
  }

  /**
   * A later log begins where an earlier one was torn only if that was recovered before, and a crash
   * kept it from being removed. Otherwise the later one goes on after what is missing.
   */
  private static void checkWasRecovered(LogFile.End torn, List<LogFile.End> later) {
    long resumed = torn.nextSequence() >= 0 ? torn.nextSequence() : torn.tornSequence();
    for (LogFile.End next : later) {
      if (next.firstSequence() >= 0) {
        if (resumed >= 0 && next.firstSequence() != resumed) {
          throw new StoreException(
              torn.path().toString(),
              torn.tornAt(),
              torn.path()
                  + " is damaged at offset "
                  + torn.tornAt()
                  + ": a record that is not whole, though "
                  + next.path().getFileName()
                  + " goes on after it; restore it from a copy",
              null);
        }
        return;
      }
    }
  }

  /** The most exacting way of RocksDB to read what was found. */
  WALRecoveryMode recovery() {
    // Nothing follows a torn end: that was looked for.
    return isTorn ? WALRecoveryMode.PointInTimeRecovery : WALRecoveryMode.AbsoluteConsistency;
  }

  private static Path manifest(Path database) {
    Path current = database.resolve("CURRENT");
    String name;
    try {
      name = new String(Files.readAllBytes(current), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw damaged(current, "cannot be read: " + e, e);
    }
    if (!MANIFEST.matcher(name).matches()) {
      throw damaged(current, "is damaged: it does not name a manifest", null);
    }
    Path manifest = database.resolve(name.strip());
    if (!Files.isRegularFile(manifest)) {
      throw damaged(manifest, "is missing, though CURRENT names it", null);
    }
    return manifest;
  }

  private static List<Path> logs(Path database) {
    List<Path> logs = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(database, "*.log")) {
      files.forEach(logs::add);
    } catch (IOException e) {
      throw Failures.of(database, e);
    }
    logs.sort(Comparator.comparingLong(LiveLogs::number));
    return logs;
  }

  private static long number(Path log) {
    String name = log.getFileName().toString();
    try {
      return Long.parseLong(name.substring(0, name.indexOf('.')));
    } catch (NumberFormatException e) {
      throw damaged(log, "is no log of RocksDB's, remove it", e);
    }
  }

  private static StoreException damaged(Path file, String what, @Nullable Throwable cause) {
    return new StoreException(
        file.toString(), 0, file + " " + what + "; restore it from a copy", cause);
  }
}
