// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * An immutable string of bytes of any length. Text form: {@code 0x} and two lower-case hexadecimal
 * digits a byte.
 *
 * <p>Slices share the bytes they are cut from: cutting costs no copy, and keeps the whole alive.
 *
 * <p>Immutable and thread-safe.
 */
public final class Bytes implements Comparable<Bytes> {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** No bytes at all. */
  public static final Bytes EMPTY = new Bytes(new byte[0], 0, 0);

  private final byte[] array;
  private final int start;
  private final int size;
  private int hash;

  private Bytes(byte[] array, int start, int size) {
    this.array = array;
    this.start = start;
    this.size = size;
  }

  /**
   * Copies an array.
   *
   * @param bytes the bytes; later changes of the array do not show
   * @return the same bytes
   */
  public static Bytes of(byte... bytes) {
    return bytes.length == 0 ? EMPTY : new Bytes(bytes.clone(), 0, bytes.length);
  }

  /**
   * Copies a part of an array.
   *
   * @param bytes the array
   * @param from the first byte
   * @param to after the last byte
   * @return the bytes between
   * @throws IndexOutOfBoundsException if the range is not within the array
   */
  public static Bytes copyOf(byte[] bytes, int from, int to) {
    Objects.checkFromToIndex(from, to, bytes.length);
    return from == to ? EMPTY : new Bytes(Arrays.copyOfRange(bytes, from, to), 0, to - from);
  }

  /**
   * Encodes a long.
   *
   * @param value any long
   * @return its eight bytes, big-endian; {@link #getLong} reads them back
   */
  public static Bytes ofLong(long value) {
    byte[] bytes = new byte[Long.BYTES];
    LONGS.set(bytes, 0, value);
    return new Bytes(bytes, 0, bytes.length);
  }

  /**
   * Encodes text as UTF-8.
   *
   * @param text the text; half of a surrogate pair becomes a question mark
   * @return its UTF-8 bytes
   */
  public static Bytes utf8(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length == 0 ? EMPTY : new Bytes(bytes, 0, bytes.length);
  }

  /**
   * Reads the text form.
   *
   * @param hex {@code 0x} and an even number of hexadecimal digits in either case
   * @return the bytes
   * @throws MalformedInputException if the text has another form
   */
  public static Bytes parse(String hex) {
    byte[] bytes = HexText.bytes("bytes", hex);
    return bytes.length == 0 ? EMPTY : new Bytes(bytes, 0, bytes.length);
  }

  /**
   * Joins byte strings.
   *
   * @param parts the parts, in order
   * @return one string of all of them
   * @throws ArithmeticException if the sum of the sizes exceeds {@link Integer#MAX_VALUE}
   */
  public static Bytes concat(Bytes... parts) {
    int size = 0;
    for (Bytes part : parts) {
      size = Math.addExact(size, part.size);
    }
    byte[] joined = new byte[size];
    int at = 0;
    for (Bytes part : parts) {
      part.copyTo(joined, at);
      at += part.size;
    }
    return size == 0 ? EMPTY : new Bytes(joined, 0, size);
  }

  /**
   * How many bytes there are.
   *
   * @return the number of bytes
   */
  public int size() {
    return size;
  }

  /**
   * Whether there are no bytes.
   *
   * @return true if the size is 0
   */
  public boolean isEmpty() {
    return size == 0;
  }

  /**
   * One byte.
   *
   * @param index from 0
   * @return the byte
   * @throws IndexOutOfBoundsException if there is no such byte
   */
  public byte get(int index) {
    return array[start + Objects.checkIndex(index, size)];
  }

  /**
   * Eight bytes as a big-endian long.
   *
   * @param index where the first of them stands
   * @return the long
   * @throws IndexOutOfBoundsException if fewer than eight bytes are left
   */
  public long getLong(int index) {
    Objects.checkFromIndexSize(index, Long.BYTES, size);
    return (long) LONGS.get(array, start + index);
  }

  /**
   * The 32 bytes from a place on, as an unsigned number.
   *
   * @param index where the first of them stands
   * @return the number
   * @throws IndexOutOfBoundsException if fewer than 32 bytes are left
   */
  public UInt256 getUInt256(int index) {
    Objects.checkFromIndexSize(index, 32, size);
    int at = start + index;
    return UInt256.ofLimbs(
        (long) LONGS.get(array, at),
        (long) LONGS.get(array, at + 8),
        (long) LONGS.get(array, at + 16),
        (long) LONGS.get(array, at + 24));
  }

  /**
   * The 32 bytes from a place on.
   *
   * @param index where the first of them stands
   * @return the word
   * @throws IndexOutOfBoundsException if fewer than 32 bytes are left
   */
  public Bytes32 getBytes32(int index) {
    Objects.checkFromIndexSize(index, 32, size);
    int at = start + index;
    return Bytes32.ofLimbs(
        (long) LONGS.get(array, at),
        (long) LONGS.get(array, at + 8),
        (long) LONGS.get(array, at + 16),
        (long) LONGS.get(array, at + 24));
  }

  /**
   * A part of the bytes, sharing them.
   *
   * @param from the first byte
   * @param to after the last byte
   * @return the bytes between
   * @throws IndexOutOfBoundsException if the range is not within the bytes
   */
  public Bytes slice(int from, int to) {
    Objects.checkFromToIndex(from, to, size);
    return from == to ? EMPTY : new Bytes(array, start + from, to - from);
  }

  /**
   * The bytes from a place to the end, sharing them.
   *
   * @param from the first byte
   * @return the rest
   * @throws IndexOutOfBoundsException if the place is beyond the end
   */
  public Bytes slice(int from) {
    return slice(from, size);
  }

  /**
   * At most so many of the first bytes.
   *
   * @param limit how many to keep
   * @return these bytes, or the first {@code limit} of them
   * @throws IllegalArgumentException if the limit is negative
   */
  public Bytes truncate(int limit) {
    if (limit < 0) {
      throw new IllegalArgumentException("limit " + limit + " is negative");
    }
    return size <= limit ? this : slice(0, limit);
  }

  /**
   * Copies all bytes into an array.
   *
   * @param target the array
   * @param at where the first byte goes
   * @throws IndexOutOfBoundsException if they do not fit
   */
  public void copyTo(byte[] target, int at) {
    System.arraycopy(array, start, target, at, size);
  }

  /**
   * The bytes as an array of the caller's own.
   *
   * @return a copy
   */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(array, start, start + size);
  }

  /** Compares byte by byte as unsigned numbers; a proper prefix is the smaller one. */
  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(
        array, start, start + size, other.array, other.start, other.start + other.size);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that
        && size == that.size
        && Arrays.equals(
            array, start, start + size, that.array, that.start, that.start + that.size);
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      for (int i = start; i < start + size; i++) {
        h = 31 * h + array[i];
      }
      hash = h;
    }
    return h;
  }

  /** The text form, which {@link #parse} reads back. */
  @Override
  public String toString() {
    return HexText.of(array, start, start + size);
  }
}
