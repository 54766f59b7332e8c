// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.record;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes a record for a store, field by field; {@link RecordReader} reads the same fields in the
 * same order. Numbers are big-endian; what has no fixed size is preceded by its size.
 *
 * <p>Not thread-safe.
 */
public final class RecordWriter {
  private byte[] buffer = new byte[64];
  private int size;

  /** Creates an empty record. */
  public RecordWriter() {}

  /**
   * Adds one byte.
   *
   * @param value from 0 to 255
   * @return this
   */
  public RecordWriter number8(int value) {
    grow(1);
    buffer[size++] = (byte) value;
    return this;
  }

  /**
   * Adds four bytes.
   *
   * @param value any int
   * @return this
   */
  public RecordWriter number32(int value) {
    return number8(value >>> 24).number8(value >>> 16).number8(value >>> 8).number8(value);
  }

  /**
   * Adds eight bytes.
   *
   * @param value any long
   * @return this
   */
  public RecordWriter number64(long value) {
    return number32((int) (value >>> 32)).number32((int) value);
  }

  /**
   * Adds a truth value.
   *
   * @param value the value
   * @return this
   */
  public RecordWriter flag(boolean value) {
    return number8(value ? 1 : 0);
  }

  /**
   * Adds bytes.
   *
   * @param bytes of any size
   * @return this
   */
  public RecordWriter bytes(Bytes bytes) {
    number32(bytes.size());
    grow(bytes.size());
    bytes.copyTo(buffer, size);
    size += bytes.size();
    return this;
  }

  /**
   * Adds text.
   *
   * @param text without half of a surrogate pair
   * @return this
   */
  public RecordWriter text(String text) {
    return field(Codec.TEXT, text);
  }

  /**
   * Adds a value.
   *
   * @param codec how it is written
   * @param value the value
   * @param <T> its type
   * @return this
   */
  public <T> RecordWriter field(Codec<T> codec, T value) {
    return bytes(codec.encode(value));
  }

  /**
   * Adds a value that may be missing.
   *
   * @param codec how it is written
   * @param value the value, if there is one
   * @param <T> its type
   * @return this
   */
  public <T> RecordWriter optional(Codec<T> codec, Optional<T> value) {
    flag(value.isPresent());
    value.ifPresent(there -> field(codec, there));
    return this;
  }

  /**
   * Adds values.
   *
   * @param codec how each is written
   * @param values the values
   * @param <T> their type
   * @return this
   */
  public <T> RecordWriter list(Codec<T> codec, List<? extends T> values) {
    number32(values.size());
    values.forEach(value -> field(codec, value));
    return this;
  }

  /**
   * The record.
   *
   * @return all that was added
   */
  public Bytes toBytes() {
    return Bytes.copyOf(buffer, 0, size);
  }

  /**
   * Writes a record in one go.
   *
   * @param fields adds the fields
   * @return the record
   */
  public static Bytes write(Consumer<RecordWriter> fields) {
    RecordWriter writer = new RecordWriter();
    fields.accept(writer);
    return writer.toBytes();
  }

  private void grow(int more) {
    int wanted = Math.addExact(size, more);
    if (wanted > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(wanted, 2 * buffer.length));
    }
  }
}
