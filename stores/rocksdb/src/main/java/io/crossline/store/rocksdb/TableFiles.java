// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.Options;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;

/** The files of a database's tables, looked at one by one. */
final class TableFiles {
  private TableFiles() {}

  /**
   * RocksDB does not name the file for every kind of damage.
   *
   * @return the first file that cannot be read to its end, or the folder if all can
   */
  static Path firstDamaged(Path database) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(database, "*.sst");
        Options options = new Options()) {
      for (Path file : files) {
        if (isDamaged(file, options)) {
          return file;
        }
      }
      return database;
    } catch (IOException e) {
      // The damage is reported all the same, by whoever asks.
      return database;
    }
  }

  private static boolean isDamaged(Path file, Options options) {
    try (SstFileReader reader = new SstFileReader(options)) {
      reader.open(file.toString());
      reader.verifyChecksum();
      return false;
    } catch (RocksDBException e) {
      return true;
    }
  }
}
