// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.store;

import io.crossline.messaging.Bytes;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** The checksum of a text, see {@link StoreText}. */
final class TextChecksum {
  private final CRC32C crc = new CRC32C();

  TextChecksum(long sequence) {
    crc.update(ByteBuffer.allocate(Long.BYTES).putLong(0, sequence));
  }

  void add(String table, Bytes key, Bytes value) {
    add(Bytes.utf8(table));
    add(key);
    add(value);
  }

  private void add(Bytes part) {
    crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.size()));
    crc.update(part.toByteArray());
  }

  Bytes value() {
    return Bytes.of(ByteBuffer.allocate(Integer.BYTES).putInt(0, (int) crc.getValue()).array());
  }
}
