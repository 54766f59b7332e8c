// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.store.WriteBatch;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32C;

/**
 * A batch in the form in which RocksDB logs it: one call hands it over, instead of one for every
 * write. Twelve bytes of header (a sequence number, which RocksDB sets, and how many writes follow,
 * little-endian), then for each write its kind, and key and value after their lengths as varints.
 * There is room at both ends for the header and for the commit record.
 */
final class EncodedBatch {
  static final int HEADER = 12;

  /** The commit record with its kind, key and lengths. */
  static final int TRAILER = 1 + 1 + CommitRecord.KEY.length + 1 + CommitRecord.SIZE;

  private static final byte DELETION = 0;
  private static final byte VALUE = 1;

  private final byte[] bytes;
  private final int count;
  private final int checksum;
  private int at = HEADER;

  EncodedBatch(WriteBatch batch) {
    List<WriteBatch.Write> writes = batch.writes();
    Map<String, byte[]> prefixes = new HashMap<>();
    count = writes.size();
    long size = HEADER + TRAILER;
    for (WriteBatch.Write write : writes) {
      size += sizeOf(write, prefixes);
    }
    if (size > Integer.MAX_VALUE - Long.BYTES) {
      throw new IllegalArgumentException(
          "batch of " + size + " bytes: must be less than 2 GiB, commit it in parts");
    }
    bytes = new byte[(int) size];
    for (WriteBatch.Write write : writes) {
      put(write, prefixes);
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes, HEADER, payload());
    checksum = (int) crc.getValue();
  }

  static EncodedBatch empty() {
    return new EncodedBatch(new WriteBatch());
  }

  private static long sizeOf(WriteBatch.Write write, Map<String, byte[]> prefixes) {
    int prefix = prefixes.computeIfAbsent(write.table(), TablePrefix::of).length;
    int key = Math.addExact(prefix, write.key().size());
    long size = 1L + varintSize(key) + key;
    if (write.value().isPresent()) {
      int value = write.value().get().size();
      size += varintSize(value) + (long) value;
    }
    return size;
  }

  private void put(WriteBatch.Write write, Map<String, byte[]> prefixes) {
    byte[] prefix = Objects.requireNonNull(prefixes.get(write.table()));
    bytes[at++] = write.value().isPresent() ? VALUE : DELETION;
    putVarint(prefix.length + write.key().size());
    System.arraycopy(prefix, 0, bytes, at, prefix.length);
    at += prefix.length;
    copy(write.key());
    if (write.value().isPresent()) {
      Bytes value = write.value().get();
      putVarint(value.size());
      copy(value);
    }
  }

  private void copy(Bytes part) {
    part.copyTo(bytes, at);
    at += part.size();
  }

  private void putVarint(int value) {
    int rest = value;
    while (rest >= 0x80) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
  }

  private static int varintSize(int value) {
    return (38 - Integer.numberOfLeadingZeros(value | 1)) / 7;
  }

  /** How many writes there are. */
  int count() {
    return count;
  }

  /** CRC32C of the writes as encoded. */
  int checksum() {
    return checksum;
  }

  private int payload() {
    return bytes.length - HEADER - TRAILER;
  }

  /** What goes to RocksDB for a group of commits; the array of a single one is used as it is. */
  static byte[] join(List<EncodedBatch> group, CommitRecord last) {
    byte[] joined = group.get(0).bytes;
    int count = group.get(0).count;
    if (group.size() > 1) {
      int size = group.stream().mapToInt(EncodedBatch::payload).reduce(0, Math::addExact);
      joined = new byte[Math.addExact(size, HEADER + TRAILER)];
      count = 0;
      int at = HEADER;
      for (EncodedBatch each : group) {
        System.arraycopy(each.bytes, HEADER, joined, at, each.payload());
        at += each.payload();
        count += each.count;
      }
    }
    ByteBuffer buffer = ByteBuffer.wrap(joined);
    buffer.order(ByteOrder.LITTLE_ENDIAN).putInt(Long.BYTES, count + 1);
    buffer.order(ByteOrder.BIG_ENDIAN).position(joined.length - TRAILER);
    buffer.put(VALUE).put((byte) CommitRecord.KEY.length).put(CommitRecord.KEY);
    last.encode(buffer.put((byte) CommitRecord.SIZE));
    return joined;
  }

  /** How much memory it takes. */
  int size() {
    return bytes.length;
  }
}
