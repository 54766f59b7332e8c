// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * An unsigned number of 64 bits, as Solidity's {@code uint64}: nonces, block numbers, seconds. Text
 * form: decimal digits; {@link #parse} also reads {@code 0x} hexadecimal.
 *
 * <p>Immutable and thread-safe.
 */
public final class UInt64 implements Word, Comparable<UInt64> {
  /** Nought. */
  public static final UInt64 ZERO = new UInt64(0);

  /** One. */
  public static final UInt64 ONE = new UInt64(1);

  /** The largest value, 2^64 - 1. */
  public static final UInt64 MAX = new UInt64(-1);

  private final long bits;

  private UInt64(long bits) {
    this.bits = bits;
  }

  /**
   * Takes a number that is not negative.
   *
   * @param value 0 or more
   * @return the same number
   * @throws IllegalArgumentException if the value is negative
   */
  public static UInt64 of(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("uint64: " + value + " is negative");
    }
    return ofBits(value);
  }

  /**
   * Takes a word whose upper 192 bits are zero.
   *
   * @param word the word
   * @return the number in its lower 64 bits
   * @throws MalformedInputException if the word is 2^64 or more
   */
  public static UInt64 of(Word word) {
    if ((word.limb(0) | word.limb(1) | word.limb(2)) != 0) {
      throw new MalformedInputException(
          "uint64: " + word.toBytes32().toUInt256() + " is too large (must be below 2^64)");
    }
    return ofBits(word.limb(3));
  }

  /**
   * Takes 64 bits as they stand.
   *
   * @param bits the bits; a negative long stands for a number of 2^63 or more
   * @return the unsigned number with these bits
   */
  public static UInt64 ofBits(long bits) {
    return bits == 0 ? ZERO : bits == 1 ? ONE : new UInt64(bits);
  }

  /**
   * Reads the text form.
   *
   * @param text decimal digits, or {@code 0x} and hexadecimal digits
   * @return the number
   * @throws MalformedInputException if the text has another form or the number is 2^64 or more
   */
  public static UInt64 parse(String text) {
    return ofBits(UnsignedText.parse("uint64", text, 64).limb(3));
  }

  /**
   * The 64 bits.
   *
   * @return the bits; negative for a number of 2^63 or more
   */
  public long bits() {
    return bits;
  }

  @Override
  public long limb(int index) {
    if (index < 0 || index > 3) {
      throw new IndexOutOfBoundsException(index);
    }
    return index == 3 ? bits : 0;
  }

  /**
   * Adds.
   *
   * @param other the other number
   * @return the sum
   * @throws ArithmeticException if it is 2^64 or more
   */
  public UInt64 plus(UInt64 other) {
    long sum = bits + other.bits;
    if (Long.compareUnsigned(sum, bits) < 0) {
      throw new ArithmeticException("uint64 overflow: " + this + " + " + other);
    }
    return ofBits(sum);
  }

  /**
   * Subtracts.
   *
   * @param other what to take away
   * @return the difference
   * @throws ArithmeticException if the other number is larger
   */
  public UInt64 minus(UInt64 other) {
    if (Long.compareUnsigned(bits, other.bits) < 0) {
      throw new ArithmeticException("uint64 underflow: " + this + " - " + other);
    }
    return ofBits(bits - other.bits);
  }

  /**
   * The same number with 256 bits.
   *
   * @return the number
   */
  public UInt256 toUInt256() {
    return UInt256.ofLimbs(0, 0, 0, bits);
  }

  /**
   * The number as a Java long, if it is one.
   *
   * @return the number
   * @throws ArithmeticException if it is 2^63 or more
   */
  public long longValueExact() {
    if (bits < 0) {
      throw new ArithmeticException("uint64: " + this + " does not fit a long");
    }
    return bits;
  }

  /**
   * The form that contracts' tools print: {@code 0x} and hexadecimal digits without leading zeros.
   *
   * @return minimal hexadecimal text, {@code 0x0} for 0
   */
  public String toHexString() {
    return "0x" + Long.toHexString(bits);
  }

  @Override
  public int compareTo(UInt64 other) {
    return Long.compareUnsigned(bits, other.bits);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UInt64 that && bits == that.bits;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(bits);
  }

  /** The number in decimal digits, which {@link #parse} reads back. */
  @Override
  public String toString() {
    return Long.toUnsignedString(bits);
  }
}
