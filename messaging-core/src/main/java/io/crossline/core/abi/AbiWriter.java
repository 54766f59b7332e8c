// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;

/**
 * Writes words of 32 bytes, one after the other, into a buffer that grows and is used again: the
 * way to encode and hash on the hot path. The caller knows the layout; offsets and lengths are
 * reserved first and patched later.
 *
 * <p>Makes no garbage but what {@link #toBytes} and {@link #keccak} return, once the buffer is
 * large enough. Not thread-safe.
 */
public final class AbiWriter {
  private static final int WORD = 32;
  private static final int FIRST_CAPACITY = 2048;
  private static final int MAX_CAPACITY = Integer.MAX_VALUE - WORD;
  private static final int KEPT_CAPACITY = 1 << 20;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final ThreadLocal<AbiWriter> OF_THREAD = ThreadLocal.withInitial(AbiWriter::new);

  private final Keccak256 sponge = new Keccak256();
  private byte[] buffer = new byte[FIRST_CAPACITY];
  private int size;

  /** Creates a writer with an empty buffer. */
  public AbiWriter() {}

  /**
   * The calling thread's own writer, with nothing written. It is valid until the next call of this
   * method on the same thread: write and take the result at once, and keep no reference.
   *
   * @return the writer
   */
  public static AbiWriter ofThread() {
    return OF_THREAD.get().reset();
  }

  /**
   * Forgets what was written. A buffer that has grown beyond 1 MiB is given back.
   *
   * @return this writer
   */
  public AbiWriter reset() {
    size = 0;
    if (buffer.length > KEPT_CAPACITY) {
      buffer = new byte[FIRST_CAPACITY];
    }
    return this;
  }

  /**
   * How much was written.
   *
   * @return bytes, a multiple of 32
   */
  public int size() {
    return size;
  }

  /**
   * Writes a word.
   *
   * @param limb0 the first eight bytes, the most significant one first
   * @param limb1 the next eight
   * @param limb2 the next eight
   * @param limb3 the last eight
   * @return this writer
   */
  public AbiWriter word(long limb0, long limb1, long limb2, long limb3) {
    int at = size;
    if (buffer.length - at < WORD) {
      grow(WORD);
    }
    byte[] target = buffer;
    LONG.set(target, at, limb0);
    LONG.set(target, at + 8, limb1);
    LONG.set(target, at + 16, limb2);
    LONG.set(target, at + 24, limb3);
    size = at + WORD;
    return this;
  }

  /**
   * Writes a word.
   *
   * @param word the word
   * @return this writer
   */
  public AbiWriter word(Bytes32 word) {
    return word(word.limb(0), word.limb(1), word.limb(2), word.limb(3));
  }

  /**
   * Writes a number.
   *
   * @param number the number
   * @return this writer
   */
  public AbiWriter word(UInt256 number) {
    return word(number.limb(0), number.limb(1), number.limb(2), number.limb(3));
  }

  /**
   * Writes an address, padded with zeros on the left.
   *
   * @param address the address
   * @return this writer
   */
  public AbiWriter word(EthAddress address) {
    return word(0, address.limb(1), address.limb(2), address.limb(3));
  }

  /**
   * Writes a number.
   *
   * @param number the number
   * @return this writer
   */
  public AbiWriter word(UInt64 number) {
    return word(0, 0, 0, number.bits());
  }

  /**
   * Writes a number, such as a length, an offset or a member of an enum.
   *
   * @param nonNegative 0 or more
   * @return this writer
   * @throws IllegalArgumentException if the number is negative
   */
  public AbiWriter number(long nonNegative) {
    requireNonNegative(nonNegative);
    return word(0, 0, 0, nonNegative);
  }

  /**
   * Writes {@code bytes} or {@code string} as it stands behind its offset: a word with the length,
   * then the bytes, then zeros up to a multiple of 32.
   *
   * @param data the bytes
   * @return this writer
   */
  public AbiWriter bytes(Bytes data) {
    word(0, 0, 0, data.size());
    return padded(data);
  }

  /** Bytes without their length, then zeros up to a multiple of 32. */
  AbiWriter padded(Bytes data) {
    int at = size;
    int length = data.size();
    int room = paddedSize(length);
    if (buffer.length - at < room) {
      grow(room);
    }
    data.copyTo(buffer, at);
    Arrays.fill(buffer, at + length, at + room, (byte) 0);
    size = at + room;
    return this;
  }

  /**
   * Writes a zero word that is to be patched.
   *
   * @return its position, for {@link #patch}
   */
  public int reserve() {
    int position = size;
    word(0, 0, 0, 0);
    return position;
  }

  /**
   * Overwrites a word with a number.
   *
   * @param position what {@link #reserve} gave
   * @param nonNegative 0 or more
   * @throws IllegalArgumentException if the number is negative
   * @throws IndexOutOfBoundsException if there is no whole word at the position
   */
  public void patch(int position, long nonNegative) {
    requireNonNegative(nonNegative);
    Objects.checkFromIndexSize(position, WORD, size);
    LONG.set(buffer, position, 0L);
    LONG.set(buffer, position + 8, 0L);
    LONG.set(buffer, position + 16, 0L);
    LONG.set(buffer, position + 24, nonNegative);
  }

  /**
   * What was written.
   *
   * @return a copy
   */
  public Bytes toBytes() {
    return Bytes.copyOf(buffer, 0, size);
  }

  /**
   * Hashes what was written, without a copy.
   *
   * @return the Keccak-256
   */
  public Bytes32 keccak() {
    return keccak(0, size);
  }

  /**
   * Hashes a part of what was written, without a copy.
   *
   * @param from the first byte
   * @param to after the last byte
   * @return the Keccak-256
   * @throws IndexOutOfBoundsException if the range is not within what was written
   */
  public Bytes32 keccak(int from, int to) {
    Objects.checkFromToIndex(from, to, size);
    return sponge.absorb(buffer, from, to).digest();
  }

  private void grow(int room) {
    long wanted = (long) size + room;
    if (wanted > MAX_CAPACITY) {
      throw new ArithmeticException(
          "abi: an encoding of " + wanted + " bytes is too large (at most " + MAX_CAPACITY + ")");
    }
    buffer =
        Arrays.copyOf(buffer, (int) Math.min(MAX_CAPACITY, Math.max(wanted, 2L * buffer.length)));
  }

  private static int paddedSize(int length) {
    int padded = (length + WORD - 1) & -WORD;
    if (padded < 0) {
      throw new ArithmeticException("abi: " + length + " bytes are too many to be padded");
    }
    return padded;
  }

  private static void requireNonNegative(long number) {
    if (number < 0) {
      throw new IllegalArgumentException("abi: " + number + " is negative");
    }
  }
}
