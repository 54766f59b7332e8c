// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.record;

import io.crossline.core.reflect.RecordShape;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.MalformedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads a record that {@link RecordWriter} wrote, field by field in the same order.
 *
 * <p>Not thread-safe.
 */
public final class RecordReader {
  private final Bytes record;
  private int at;

  /**
   * Begins to read.
   *
   * @param record the record
   */
  public RecordReader(Bytes record) {
    this.record = record;
  }

  /**
   * Reads a whole record.
   *
   * @param record the record
   * @param fields reads all its fields
   * @param <T> what they make
   * @return what they make
   * @throws MalformedInputException if the record is too short or too long, or a field malformed
   */
  public static <T> T read(Bytes record, Function<RecordReader, T> fields) {
    RecordReader reader = new RecordReader(record);
    T value = fields.apply(reader);
    reader.end();
    return value;
  }

  /**
   * Makes a codec of how a value's fields are written and read.
   *
   * @param write adds the fields of a value
   * @param read reads them
   * @param <T> the values
   * @return the codec
   */
  public static <T> Codec<T> codec(
      BiConsumer<RecordWriter, T> write, Function<RecordReader, T> read) {
    return Codec.of(
        value -> RecordWriter.write(writer -> write.accept(writer, value)),
        bytes -> read(bytes, read));
  }

  /**
   * A codec of a record whose components stand one after the other, each as a field.
   *
   * @param type the record, as {@link RecordShape} can see it
   * @param codecs those of its components, in their order
   * @param <T> the record
   * @return the codec
   * @throws IllegalArgumentException if there are more or fewer codecs than components
   */
  public static <T extends Record> Codec<T> codec(Class<T> type, Codec<?>... codecs) {
    RecordShape<T> shape = RecordShape.of(type);
    shape.requireSize(codecs.length);
    return codec(
        (writer, value) -> {
          Object[] parts = shape.split(value);
          for (int i = 0; i < parts.length; i++) {
            writer.field(untyped(codecs[i]), parts[i]);
          }
        },
        reader -> shape.join(Stream.of(codecs).<Object>map(reader::field).toArray()));
  }

  @SuppressWarnings("unchecked") // encodes components of the type that it decodes
  private static Codec<Object> untyped(Codec<?> codec) {
    return (Codec<Object>) codec;
  }

  /**
   * Reads the name of a constant, which stands as a text.
   *
   * @param type the enum
   * @param <E> the enum
   * @return the constant
   * @throws MalformedInputException if there is none of that name
   */
  public <E extends Enum<E>> E constant(Class<E> type) {
    String name = text();
    for (E one : type.getEnumConstants()) {
      if (one.name().equals(name)) {
        return one;
      }
    }
    throw new MalformedInputException(type.getSimpleName() + ": found \"" + name + "\"");
  }

  /**
   * Reads one byte.
   *
   * @return from 0 to 255
   * @throws MalformedInputException if there is none
   */
  public int number8() {
    return take(1).get(0) & 0xff;
  }

  /**
   * Reads four bytes.
   *
   * @return any int
   * @throws MalformedInputException if there are fewer
   */
  public int number32() {
    return number8() << 24 | number8() << 16 | number8() << 8 | number8();
  }

  /**
   * Reads eight bytes.
   *
   * @return any long
   * @throws MalformedInputException if there are fewer
   */
  public long number64() {
    return take(Long.BYTES).getLong(0);
  }

  /**
   * Reads a truth value.
   *
   * @return the value
   * @throws MalformedInputException if it is neither 0 nor 1
   */
  public boolean flag() {
    return Codec.BOOLEAN.decode(take(1));
  }

  /**
   * Reads bytes.
   *
   * @return as many as their size says
   * @throws MalformedInputException if there are fewer
   */
  public Bytes bytes() {
    return take(number32());
  }

  /**
   * Reads text.
   *
   * @return the text
   * @throws MalformedInputException if it is no UTF-8
   */
  public String text() {
    return field(Codec.TEXT);
  }

  /**
   * Reads a value.
   *
   * @param codec how it was written
   * @param <T> its type
   * @return the value
   * @throws MalformedInputException if it is malformed
   */
  public <T> T field(Codec<T> codec) {
    return codec.decode(bytes());
  }

  /**
   * Reads a value that may be missing.
   *
   * @param codec how it was written
   * @param <T> its type
   * @return the value, if there is one
   * @throws MalformedInputException if it is malformed
   */
  public <T> Optional<T> optional(Codec<T> codec) {
    return flag() ? Optional.of(field(codec)) : Optional.empty();
  }

  /**
   * Reads values.
   *
   * @param codec how each was written
   * @param <T> their type
   * @return the values
   * @throws MalformedInputException if one is malformed
   */
  public <T> List<T> list(Codec<T> codec) {
    int count = number32();
    List<T> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(field(codec));
    }
    return values;
  }

  /**
   * Whether everything was read.
   *
   * @return true at the end
   */
  public boolean isAtEnd() {
    return at == record.size();
  }

  /**
   * Checks that everything was read.
   *
   * @throws MalformedInputException if something is left
   */
  public void end() {
    if (!isAtEnd()) {
      throw new MalformedInputException(
          "record: found " + record.size() + " bytes, must end after " + at, at);
    }
  }

  private Bytes take(int bytes) {
    if (bytes < 0 || bytes > record.size() - at) {
      throw new MalformedInputException(
          "record: found " + (record.size() - at) + " bytes more, must be " + (bytes & 0xffffffffL),
          at);
    }
    Bytes taken = record.slice(at, at + bytes);
    at += bytes;
    return taken;
  }
}
