// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.Address;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.Codec;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;
import java.math.BigInteger;

/**
 * An element of the Stark field: a number from 0 to P - 1, with P = 2^251 + 17 * 2^192 + 1. Kept in
 * four longs. On L2 everything is a felt, contract addresses too. Text form: {@code 0x} and
 * hexadecimal digits without leading zeros; {@link #parse} also reads decimal digits and leading
 * zeros.
 *
 * <p>Immutable and thread-safe.
 */
public final class Felt implements Address, Word, Comparable<Felt> {
  /** The prime of the Stark field, 2^251 + 17 * 2^192 + 1: the first number that is no felt. */
  public static final UInt256 PRIME = UInt256.ofLimbs(0x0800000000000011L, 0, 0, 1);

  /** How a felt is written into storage: its 32 bytes. */
  public static final Codec<Felt> CODEC =
      Codec.of(felt -> felt.toBytes32().toBytes(), bytes -> Felt.of(Bytes32.of(bytes)));

  /** Nought. */
  public static final Felt ZERO = new Felt(0, 0, 0, 0);

  /** One. */
  public static final Felt ONE = new Felt(0, 0, 0, 1);

  /** The largest felt, P - 1. */
  public static final Felt MAX = new Felt(0x0800000000000011L, 0, 0, 0);

  private static final int MAX_SHORT_STRING = 31;

  private final long limb0;
  private final long limb1;
  private final long limb2;
  private final long limb3;

  private Felt(long limb0, long limb1, long limb2, long limb3) {
    this.limb0 = limb0;
    this.limb1 = limb1;
    this.limb2 = limb2;
    this.limb3 = limb3;
  }

  /**
   * Takes a word that is below P.
   *
   * @param word the word
   * @return the felt of the same value
   * @throws MalformedInputException if the word is P or more
   */
  public static Felt of(Word word) {
    if (word instanceof Felt felt) {
      return felt;
    }
    return ofLimbs(word.limb(0), word.limb(1), word.limb(2), word.limb(3));
  }

  /**
   * Joins four longs.
   *
   * @param limb0 the most significant 64 bits
   * @param limb1 the next 64 bits
   * @param limb2 the next 64 bits
   * @param limb3 the least significant 64 bits
   * @return the felt
   * @throws MalformedInputException if the number is P or more
   */
  public static Felt ofLimbs(long limb0, long limb1, long limb2, long limb3) {
    if (!fits(limb0, limb1, limb2, limb3)) {
      throw outOfRange(UInt256.ofLimbs(limb0, limb1, limb2, limb3));
    }
    return new Felt(limb0, limb1, limb2, limb3);
  }

  /**
   * Takes a number that is not negative.
   *
   * @param value 0 or more
   * @return the same number
   * @throws IllegalArgumentException if the value is negative
   */
  public static Felt of(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("felt: " + value + " is negative");
    }
    return value == 0 ? ZERO : new Felt(0, 0, 0, value);
  }

  /**
   * Reads the text form.
   *
   * @param text {@code 0x} and 1 to 64 hexadecimal digits, or decimal digits
   * @return the felt
   * @throws MalformedInputException if the text has another form or the number is P or more
   */
  public static Felt parse(String text) {
    return of(UInt256.parse(text));
  }

  /**
   * Takes a short string of Cairo: ASCII characters as the bytes of a big-endian number. Chain ids
   * such as {@code SN_MAIN} are written so.
   *
   * @param text 0 to 31 ASCII characters; the empty text and leading NUL characters give numbers
   *     that {@link #toShortString} does not give back
   * @return the felt
   * @throws MalformedInputException if the text is longer or has another character
   */
  public static Felt fromShortString(String text) {
    if (text.length() > MAX_SHORT_STRING) {
      throw new MalformedInputException(
          "short string: found " + text.length() + " characters, at most 31 are allowed", 31);
    }
    long[] limbs = new long[4];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7f) {
        throw new MalformedInputException(
            "short string: character " + (int) c + " is not ASCII at " + i, i);
      }
      int place = text.length() - 1 - i;
      limbs[3 - (place >>> 3)] |= (long) c << (8 * (place & 7));
    }
    return new Felt(limbs[0], limbs[1], limbs[2], limbs[3]);
  }

  /**
   * Whether a word is a felt.
   *
   * @param word the word
   * @return true if it is below P
   */
  public static boolean fits(Word word) {
    return word instanceof Felt || fits(word.limb(0), word.limb(1), word.limb(2), word.limb(3));
  }

  static boolean fits(long limb0, long limb1, long limb2, long limb3) {
    // P - 1 has only its first limb set, so one comparison decides all but that one value.
    return Long.compareUnsigned(limb0, 0x0800000000000011L) < 0
        || (limb0 == 0x0800000000000011L && (limb1 | limb2 | limb3) == 0);
  }

  private static MalformedInputException outOfRange(UInt256 found) {
    return new MalformedInputException(
        "felt: " + found.toHexString() + " is not a felt (must be below the Stark prime)");
  }

  @Override
  public long limb(int index) {
    switch (index) {
      case 0:
        return limb0;
      case 1:
        return limb1;
      case 2:
        return limb2;
      case 3:
        return limb3;
      default:
        throw new IndexOutOfBoundsException(index);
    }
  }

  /** The felt as 32 big-endian bytes. */
  @Override
  public Bytes encoded() {
    return toBytes32().toBytes();
  }

  /**
   * The felt as a number of 256 bits.
   *
   * @return the same number
   */
  public UInt256 toUInt256() {
    return UInt256.ofLimbs(limb0, limb1, limb2, limb3);
  }

  /**
   * The felt as an arbitrary-precision number.
   *
   * @return the same number
   */
  public BigInteger toBigInteger() {
    return toUInt256().toBigInteger();
  }

  /**
   * Reads the felt as a short string of Cairo.
   *
   * @return the text whose ASCII bytes the number has, without leading zero bytes
   * @throws MalformedInputException if a byte is not ASCII or the number is 2^248 or more
   */
  public String toShortString() {
    StringBuilder text = new StringBuilder(MAX_SHORT_STRING);
    for (int i = 0; i < 32; i++) {
      int c = (int) (limb(i >>> 3) >>> (56 - 8 * (i & 7))) & 0xff;
      if (c > 0x7f || (c != 0 && i == 0)) {
        throw new MalformedInputException("short string: " + this + " is no ASCII text");
      }
      if (c != 0 || text.length() > 0) {
        text.append((char) c);
      }
    }
    return text.toString();
  }

  /**
   * Whether the number is 0.
   *
   * @return true for {@link #ZERO}
   */
  public boolean isZero() {
    return (limb0 | limb1 | limb2 | limb3) == 0;
  }

  /** Compares as numbers. */
  @Override
  public int compareTo(Felt other) {
    for (int i = 0; i < 4; i++) {
      int order = Long.compareUnsigned(limb(i), other.limb(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Felt that
        && limb0 == that.limb0
        && limb1 == that.limb1
        && limb2 == that.limb2
        && limb3 == that.limb3;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(((limb0 * 31 + limb1) * 31 + limb2) * 31 + limb3);
  }

  /** The text form, which {@link #parse} reads back. */
  @Override
  public String toString() {
    return toUInt256().toHexString();
  }
}
