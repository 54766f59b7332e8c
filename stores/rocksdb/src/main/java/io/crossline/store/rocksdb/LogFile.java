// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.store.rocksdb;

import io.crossline.messaging.store.StoreException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file in the form of RocksDB's logs, which is that of its manifests too, and tells a torn
 * end from damage. RocksDB cannot: after a record that it cannot read, it either forgets what
 * follows or takes a wrong length for a torn end.
 *
 * <p>The form (RocksDB's wiki, "Write Ahead Log File Format"): blocks of 32 KiB, full of records
 * that do not cross their ends: CRC32C of kind and payload, masked, in 4 bytes; length of the
 * payload in 2 bytes; kind in 1; the payload. All little-endian. What does not fit is cut into a
 * first, middle and last record. Fewer than 7 bytes at the end of a block are zero. This store
 * neither recycles nor compresses logs, so other kinds are damage.
 */
final class LogFile implements AutoCloseable {
  private static final int BLOCK = 32 << 10;
  private static final int HEADER = 7;
  private static final int SECTOR = 512;
  private static final int FULL = 1;
  private static final int FIRST = 2;
  private static final int LAST = 4;
  private static final int MASK = 0xa282ead8;

  /** Sequence number and count, before the writes of a batch. */
  private static final int BATCH_HEADER = 12;

  private final Path path;
  private final boolean hasBatches;
  private final RandomAccessFile file;
  private final long size;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
  private final ByteBuffer head = ByteBuffer.allocate(BATCH_HEADER).order(ByteOrder.LITTLE_ENDIAN);

  private long recordAt = -1;
  private long firstSequence = -1;
  private long nextSequence = -1;

  /**
   * What a log was found to be.
   *
   * @param path which file
   * @param size its bytes
   * @param firstSequence RocksDB's number of the first write, -1 if there is none
   * @param nextSequence the number after that of the last whole write, -1 if there is none
   * @param tornAt where a last record begins that is not whole, -1 if there is none
   * @param tornSequence the number in that record, -1 if it is not there to be read
   */
  record End(
      Path path, long size, long firstSequence, long nextSequence, long tornAt, long tornSequence) {
    boolean isTorn() {
      return tornAt >= 0;
    }
  }

  private LogFile(Path path, boolean hasBatches) throws IOException {
    this.path = path;
    this.hasBatches = hasBatches;
    // Not a channel: that would be closed if the thread is interrupted.
    file = new RandomAccessFile(path.toFile(), "r");
    size = file.length();
  }

  /**
   * Reads a whole file.
   *
   * @param hasBatches whether its records are batches, as in a log, or not, as in a manifest
   * @throws StoreException if it is damaged
   */
  static End read(Path path, boolean hasBatches) {
    try (LogFile log = new LogFile(path, hasBatches)) {
      return log.read();
    } catch (IOException e) {
      throw Failures.of(path, e);
    }
  }

  private End read() throws IOException {
    for (long at = 0; at < size; at += BLOCK) {
      load(at);
      int end = block.limit();
      int offset = 0;
      while (end - offset >= HEADER) {
        String problem = problem(offset);
        if (problem != null) {
          return stop(at, offset, problem);
        }
        accept(at, offset);
        offset += HEADER + length(offset);
      }
      if (end < BLOCK && offset < end) {
        return torn(at + offset, -1);
      }
      if (!isZero(offset, end)) {
        throw damaged(at + offset, "bytes between records that are not zero");
      }
    }
    return recordAt >= 0 ? torn(recordAt, -1) : end(-1, -1);
  }

  private void load(long at) throws IOException {
    block.clear().limit((int) Math.min(BLOCK, size - at));
    file.seek(at);
    file.readFully(block.array(), 0, block.limit());
  }

  private int length(int offset) {
    return Short.toUnsignedInt(block.getShort(offset + 4));
  }

  private int kind(int offset) {
    return block.get(offset + 6);
  }

  /** What is wrong with the record in this place, null if nothing is. */
  private @Nullable String problem(int offset) {
    int kind = kind(offset);
    if (HEADER + length(offset) > block.limit() - offset) {
      return "a record of " + length(offset) + " bytes, more than are left";
    }
    if (!hasChecksum(offset, length(offset))) {
      return "a record whose checksum is not that of its bytes";
    }
    if (kind < FULL || kind > LAST) {
      return "a record of the unknown kind " + kind;
    }
    if (kind <= FIRST != recordAt < 0) {
      return "a record of kind " + kind + (recordAt < 0 ? " outside" : " within") + " another";
    }
    return null;
  }

  private boolean hasChecksum(int offset, int length) {
    CRC32C crc = new CRC32C();
    crc.update(block.array(), offset + HEADER - 1, 1 + length);
    return Integer.rotateRight((int) crc.getValue(), 15) + MASK == block.getInt(offset);
  }

  private long sequence(int offset) {
    return block.getLong(offset + HEADER);
  }

  private void accept(long at, int offset) {
    int kind = kind(offset);
    if (kind <= FIRST) {
      recordAt = at + offset;
      head.clear();
    }
    // A first record may be too short for it.
    head.put(block.array(), offset + HEADER, Math.min(length(offset), head.remaining()));
    if (kind == FULL || kind == LAST) {
      if (hasBatches) {
        follow();
      }
      recordAt = -1;
    }
  }

  /** The writes of one batch go on where those of the batch before ended. */
  private void follow() {
    if (head.hasRemaining()) {
      throw damaged(recordAt, "a record of " + head.position() + " bytes, too short for a batch");
    }
    long sequence = head.getLong(0);
    long count = Integer.toUnsignedLong(head.getInt(Long.BYTES));
    if (count > 0) {
      if (nextSequence >= 0 && sequence != nextSequence) {
        throw damaged(
            recordAt, "a record of write " + sequence + " where " + nextSequence + " should be");
      }
      firstSequence = firstSequence < 0 ? sequence : firstSequence;
      nextSequence = sequence + count;
    }
  }

  /** Reading stopped before the end: decides what that means. */
  private End stop(long at, int offset, String problem) throws IOException {
    int left = block.limit() - offset;
    boolean isShort = HEADER + length(offset) > left;
    boolean isCut = isShort && block.limit() < BLOCK;
    long sequence = hasBatches && left >= HEADER + BATCH_HEADER ? sequence(offset) : -1;
    if (isCut && hasChecksum(offset, left - HEADER)) {
      throw damaged(at + offset, "a record whose length is not that of its bytes");
    }
    long end = at + offset + HEADER + length(offset);
    boolean isEmpty = !isCut && isEmpty(at + offset, Math.min(end, size));
    load(at);
    if (!isCut && !isEmpty || hasRecordAfter(at, offset + 1)) {
      throw damaged(at + offset, problem);
    }
    return torn(at + offset, sequence);
  }

  /**
   * Whether the file is empty from a record on, or from a sector within it: after a loss of power
   * it may be as long as it should be, without what was to be written last.
   */
  private boolean isEmpty(long record, long end) throws IOException {
    for (long at = (size - 1) / BLOCK * BLOCK; at >= 0; at -= BLOCK) {
      load(at);
      for (int i = block.limit() - 1; i >= 0; i--) {
        if (block.get(i) != 0) {
          long used = at + i + 1;
          return used <= record || (used + SECTOR - 1) / SECTOR * SECTOR < end;
        }
      }
    }
    return true;
  }

  /** Whether there is a whole record later on, which a torn end would not have. */
  private boolean hasRecordAfter(long at, int from) throws IOException {
    int offset = from;
    for (long next = at; next < size; next += BLOCK, offset = 0) {
      load(next);
      for (; offset + HEADER < block.limit(); offset++) {
        int kind = kind(offset);
        int length = length(offset);
        if (kind >= FULL
            && kind <= LAST
            && length > 0
            && HEADER + length <= block.limit() - offset
            && isLater(offset)
            && hasChecksum(offset, length)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Bytes within a value may look like a record; they would have to have a later number, too. */
  private boolean isLater(int offset) {
    return !hasBatches
        || kind(offset) > FIRST
        || length(offset) >= BATCH_HEADER && sequence(offset) > nextSequence;
  }

  private boolean isZero(int from, int to) {
    for (int i = from; i < to; i++) {
      if (block.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  private End torn(long at, long sequence) {
    return end(recordAt >= 0 ? recordAt : at, recordAt >= 0 ? -1 : sequence);
  }

  private End end(long tornAt, long tornSequence) {
    return new End(path, size, firstSequence, nextSequence, tornAt, tornSequence);
  }

  private StoreException damaged(long offset, String found) {
    return new StoreException(
        path.toString(),
        offset,
        path + " is damaged at offset " + offset + ": " + found + "; restore it from a copy",
        null);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
