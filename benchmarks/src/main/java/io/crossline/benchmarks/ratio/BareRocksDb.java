// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.benchmarks.ratio;

import java.nio.file.Path;
import org.rocksdb.CompressionType;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** RocksDB as one would use it by hand: one batch, filled again for each synced write. */
final class BareRocksDb implements AutoCloseable {
  private static final long WRITE_BUFFER = 32L << 20;

  static {
    RocksDB.loadLibrary();
  }

  private final Options options =
      new Options()
          .setCreateIfMissing(true)
          .setCompressionType(CompressionType.NO_COMPRESSION)
          .setWriteBufferSize(WRITE_BUFFER);
  private final WriteOptions synced = new WriteOptions().setSync(true);
  private final WriteBatch batch = new WriteBatch();
  private final RocksDB rocks;

  BareRocksDb(Path folder) throws RocksDBException {
    rocks = RocksDB.open(options, folder.toString());
  }

  void write(byte[][] keys, byte[][] values, int from, int to) throws RocksDBException {
    batch.clear();
    for (int i = from; i < to; i++) {
      batch.put(keys[i], values[i]);
    }
    rocks.write(synced, batch);
  }

  @Override
  public void close() {
    rocks.close();
    batch.close();
    synced.close();
    options.close();
  }
}
