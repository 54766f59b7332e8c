// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.store.StoreException;
import io.crossline.messaging.store.StoreException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.RocksDB;

/**
 * RocksDB's native library. RocksDB unpacks it into a temporary file of 17 MB, which a process that
 * is killed would leave behind; so it goes into a folder that is removed as soon as it is loaded.
 */
final class NativeLibrary {
  private static boolean isLoaded;

  private NativeLibrary() {}

  static synchronized void load() {
    if (!isLoaded) {
      try {
        // Whoever names a folder for it wants it there.
        if (System.getenv("ROCKSDB_SHAREDLIB_DIR") == null) {
          unpack();
        }
        RocksDB.loadLibrary();
        isLoaded = true;
      } catch (IOException | RuntimeException | LinkageError e) {
        throw new StoreException(
            Reason.FAILED,
            "RocksDB's native library cannot be loaded on this platform or from the temporary folder"
                + " (java.io.tmpdir, 20 MB): "
                + e,
            e);
      }
    }
  }

  private static void unpack() throws IOException {
    Path folder = Files.createTempDirectory("crossline-rocksdb");
    try {
      NativeLibraryLoader.getInstance().loadLibrary(folder.toString());
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    folder.toFile().deleteOnExit();
    for (String name : Folders.names(folder)) {
      // Windows keeps what is loaded until the process ends; RocksDB asked for that, too.
      folder.resolve(name).toFile().delete();
    }
    folder.toFile().delete();
  }
}
