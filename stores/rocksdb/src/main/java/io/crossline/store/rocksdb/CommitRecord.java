// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.store.StoreException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What every commit leaves in the same write: which one it is. Only the last one stays.
 *
 * @param sequence its number
 * @param writes how many entries it set or removed
 * @param chain CRC32C over the chain of the commit before, these two numbers and the batch's bytes
 */
record CommitRecord(long sequence, int writes, int chain) {
  /** No table's entries begin so: their names are not empty. */
  static final byte[] KEY = {0};

  static final int SIZE = Long.BYTES + 2 * Integer.BYTES;

  static final CommitRecord NONE = new CommitRecord(0, 0, 0);

  /**
   * The next commit.
   *
   * @param count how many writes it has
   * @param checksum CRC32C of its batch's bytes
   */
  CommitRecord next(int count, int checksum) {
    CRC32C crc = new CRC32C();
    crc.update(
        ByteBuffer.allocate(Long.BYTES + 3 * Integer.BYTES)
            .putInt(chain)
            .putLong(sequence + 1)
            .putInt(count)
            .putInt(checksum)
            .flip());
    return new CommitRecord(sequence + 1, count, (int) crc.getValue());
  }

  void encode(ByteBuffer target) {
    target.putLong(sequence).putInt(writes).putInt(chain);
  }

  /** Reads it back; there is one in every store. */
  static CommitRecord decode(byte @Nullable [] value, Path database) {
    if (value == null || value.length != SIZE) {
      throw new StoreException(
          database.toString(),
          -1,
          database
              + ": the commit record "
              + (value == null ? "is missing" : "has " + value.length + " bytes")
              + ", must have "
              + SIZE
              + " bytes",
          null);
    }
    ByteBuffer bytes = ByteBuffer.wrap(value);
    return new CommitRecord(bytes.getLong(), bytes.getInt(), bytes.getInt());
  }
}
