// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import java.math.BigInteger;

/**
 * An unsigned number of 256 bits, as Solidity's {@code uint256}. Kept in four longs. Text form:
 * decimal digits; {@link #parse} also reads {@code 0x} hexadecimal.
 *
 * <p>Immutable and thread-safe.
 */
public final class UInt256 implements Word, Comparable<UInt256> {
  /** Nought. */
  public static final UInt256 ZERO = new UInt256(0, 0, 0, 0);

  /** One. */
  public static final UInt256 ONE = new UInt256(0, 0, 0, 1);

  /** The largest value, 2^256 - 1. */
  public static final UInt256 MAX = new UInt256(-1, -1, -1, -1);

  private final long limb0;
  private final long limb1;
  private final long limb2;
  private final long limb3;

  private UInt256(long limb0, long limb1, long limb2, long limb3) {
    this.limb0 = limb0;
    this.limb1 = limb1;
    this.limb2 = limb2;
    this.limb3 = limb3;
  }

  /**
   * Joins four longs.
   *
   * @param limb0 the most significant 64 bits
   * @param limb1 the next 64 bits
   * @param limb2 the next 64 bits
   * @param limb3 the least significant 64 bits
   * @return the number
   */
  public static UInt256 ofLimbs(long limb0, long limb1, long limb2, long limb3) {
    return new UInt256(limb0, limb1, limb2, limb3);
  }

  /**
   * Takes a number that is not negative.
   *
   * @param value 0 or more
   * @return the same number
   * @throws IllegalArgumentException if the value is negative
   */
  public static UInt256 of(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("uint256: " + value + " is negative");
    }
    return value == 0 ? ZERO : new UInt256(0, 0, 0, value);
  }

  /**
   * Takes a number of any size.
   *
   * @param value 0 to 2^256 - 1
   * @return the same number
   * @throws IllegalArgumentException if the value is out of range
   */
  public static UInt256 of(BigInteger value) {
    if (value.signum() < 0 || value.bitLength() > 256) {
      throw new IllegalArgumentException("uint256: " + value + " is not within 0 and 2^256 - 1");
    }
    return new UInt256(
        value.shiftRight(192).longValue(),
        value.shiftRight(128).longValue(),
        value.shiftRight(64).longValue(),
        value.longValue());
  }

  /**
   * Reads the text form.
   *
   * @param text decimal digits, or {@code 0x} and 1 to 64 hexadecimal digits
   * @return the number
   * @throws MalformedInputException if the text has another form or the number is 2^256 or more
   */
  public static UInt256 parse(String text) {
    return UnsignedText.parse("uint256", text, 256);
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

  /**
   * Adds, wrapping around at 2^256 as the EVM's ADD does.
   *
   * @param other the other number
   * @return the sum modulo 2^256
   */
  public UInt256 plusWrapping(UInt256 other) {
    long r3 = limb3 + other.limb3;
    long c = carry(limb3, other.limb3, r3);
    long r2 = limb2 + other.limb2 + c;
    c = carry(limb2, other.limb2, r2);
    long r1 = limb1 + other.limb1 + c;
    c = carry(limb1, other.limb1, r1);
    return new UInt256(limb0 + other.limb0 + c, r1, r2, r3);
  }

  /**
   * Adds.
   *
   * @param other the other number
   * @return the sum
   * @throws ArithmeticException if it is 2^256 or more
   */
  public UInt256 plus(UInt256 other) {
    UInt256 sum = plusWrapping(other);
    if (sum.compareTo(this) < 0) {
      throw new ArithmeticException("uint256 overflow: " + this + " + " + other);
    }
    return sum;
  }

  /**
   * Whether the sum needs more than 256 bits.
   *
   * @param other the other number
   * @return true if {@link #plus} would throw
   */
  public boolean plusOverflows(UInt256 other) {
    return plusWrapping(other).compareTo(this) < 0;
  }

  /**
   * Subtracts, wrapping around below 0 as the EVM's SUB does.
   *
   * @param other what to take away
   * @return the difference modulo 2^256
   */
  public UInt256 minusWrapping(UInt256 other) {
    long r3 = limb3 - other.limb3;
    long b = borrow(limb3, other.limb3, r3);
    long r2 = limb2 - other.limb2 - b;
    b = borrow(limb2, other.limb2, r2);
    long r1 = limb1 - other.limb1 - b;
    b = borrow(limb1, other.limb1, r1);
    return new UInt256(limb0 - other.limb0 - b, r1, r2, r3);
  }

  /**
   * Subtracts.
   *
   * @param other what to take away
   * @return the difference
   * @throws ArithmeticException if the other number is larger
   */
  public UInt256 minus(UInt256 other) {
    if (compareTo(other) < 0) {
      throw new ArithmeticException("uint256 underflow: " + this + " - " + other);
    }
    return minusWrapping(other);
  }

  /**
   * Whether the number is 0.
   *
   * @return true for {@link #ZERO}
   */
  public boolean isZero() {
    return (limb0 | limb1 | limb2 | limb3) == 0;
  }

  /**
   * How many bits the number needs.
   *
   * @return 0 for 0, otherwise the position of the highest set bit counted from 1, at most 256
   */
  public int bitLength() {
    if (limb0 != 0) {
      return 256 - Long.numberOfLeadingZeros(limb0);
    }
    if (limb1 != 0) {
      return 192 - Long.numberOfLeadingZeros(limb1);
    }
    if (limb2 != 0) {
      return 128 - Long.numberOfLeadingZeros(limb2);
    }
    return 64 - Long.numberOfLeadingZeros(limb3);
  }

  /**
   * The number as a Java long, if it is one.
   *
   * @return the number
   * @throws ArithmeticException if it is 2^63 or more
   */
  public long longValueExact() {
    if (bitLength() > 63) {
      throw new ArithmeticException("uint256: " + this + " does not fit a long");
    }
    return limb3;
  }

  /**
   * The number as an arbitrary-precision one.
   *
   * @return the same number
   */
  public BigInteger toBigInteger() {
    return new BigInteger(1, toBytes32().toBytes().toByteArray());
  }

  /**
   * The form that contracts' tools print: {@code 0x} and hexadecimal digits without leading zeros.
   *
   * @return minimal hexadecimal text, {@code 0x0} for 0
   */
  public String toHexString() {
    return UnsignedText.minimalHex(limb0, limb1, limb2, limb3);
  }

  @Override
  public int compareTo(UInt256 other) {
    return compare(limb0, limb1, limb2, limb3, other.limb0, other.limb1, other.limb2, other.limb3);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UInt256 that
        && limb0 == that.limb0
        && limb1 == that.limb1
        && limb2 == that.limb2
        && limb3 == that.limb3;
  }

  @Override
  public int hashCode() {
    return hash(limb0, limb1, limb2, limb3);
  }

  /** The number in decimal digits, which {@link #parse} reads back. */
  @Override
  public String toString() {
    return (limb0 | limb1 | limb2) == 0 ? Long.toUnsignedString(limb3) : toBigInteger().toString();
  }

  static int compare(long a0, long a1, long a2, long a3, long b0, long b1, long b2, long b3) {
    if (a0 != b0) {
      return Long.compareUnsigned(a0, b0);
    }
    if (a1 != b1) {
      return Long.compareUnsigned(a1, b1);
    }
    if (a2 != b2) {
      return Long.compareUnsigned(a2, b2);
    }
    return Long.compareUnsigned(a3, b3);
  }

  static int hash(long limb0, long limb1, long limb2, long limb3) {
    return Long.hashCode(((limb0 * 31 + limb1) * 31 + limb2) * 31 + limb3);
  }

  private static long carry(long a, long b, long sum) {
    return ((a & b) | ((a | b) & ~sum)) >>> 63;
  }

  private static long borrow(long a, long b, long difference) {
    return ((~a & b) | ((~a | b) & difference)) >>> 63;
  }
}
