// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.Codec;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;

/**
 * A signed number of 256 bits, as Solidity's {@code int256}. The core contract keeps its block
 * number so: it is -1 before the first state update. Text form: decimal digits, with a minus sign
 * before a negative number; {@link #parse} also reads {@code 0x} hexadecimal behind the sign.
 *
 * <p>Immutable and thread-safe.
 *
 * @param bits the number in two's complement, as it stands in a word
 */
public record Int256(UInt256 bits) implements Word, Comparable<Int256> {
  /** Nought. */
  public static final Int256 ZERO = new Int256(UInt256.ZERO);

  /** How a store keeps it: as its bits. */
  public static final Codec<Int256> CODEC =
      Codec.of(
          number -> Codec.UINT256.encode(number.bits),
          bytes -> new Int256(Codec.UINT256.decode(bytes)));

  /** Minus one, the block number before genesis. */
  public static final Int256 MINUS_ONE = new Int256(UInt256.MAX);

  private static final UInt256 LOWEST = UInt256.ofLimbs(Long.MIN_VALUE, 0, 0, 0);

  /**
   * Takes a long.
   *
   * @param value any value
   * @return the same number
   */
  public static Int256 of(long value) {
    long sign = value >> 63;
    return new Int256(UInt256.ofLimbs(sign, sign, sign, value));
  }

  /**
   * Reads the text form.
   *
   * @param text decimal digits or {@code 0x} hexadecimal, behind a minus sign if negative
   * @return the number
   * @throws MalformedInputException if the text has another form or the number is not within -2^255
   *     and 2^255 - 1
   */
  public static Int256 parse(String text) {
    boolean negative = text.startsWith("-");
    UInt256 size = UInt256.parse(negative ? text.substring(1) : text);
    if (negative ? size.compareTo(LOWEST) > 0 : size.compareTo(LOWEST) >= 0) {
      throw new MalformedInputException("int256: " + text + " is not within -2^255 and 2^255 - 1");
    }
    return new Int256(negative ? UInt256.ZERO.minusWrapping(size) : size);
  }

  /**
   * Whether the number is below 0.
   *
   * @return true if the highest bit is set
   */
  public boolean isNegative() {
    return bits.limb(0) < 0;
  }

  /**
   * The number as a Java long, if it is one.
   *
   * @return the number
   * @throws ArithmeticException if it is not within -2^63 and 2^63 - 1
   */
  public long longValueExact() {
    long value = bits.limb(3);
    if (!of(value).equals(this)) {
      throw new ArithmeticException("int256: " + this + " does not fit a long");
    }
    return value;
  }

  /**
   * The form of the test vectors: a minus sign if negative, {@code 0x} and hexadecimal digits
   * without leading zeros.
   *
   * @return minimal hexadecimal text, {@code -0x1} for minus one
   */
  public String toHexString() {
    return isNegative() ? "-" + magnitude().toHexString() : bits.toHexString();
  }

  private UInt256 magnitude() {
    return isNegative() ? UInt256.ZERO.minusWrapping(bits) : bits;
  }

  @Override
  public long limb(int index) {
    return bits.limb(index);
  }

  /** Compares as signed numbers. */
  @Override
  public int compareTo(Int256 other) {
    return isNegative() == other.isNegative() ? bits.compareTo(other.bits) : isNegative() ? -1 : 1;
  }

  /** The number in decimal digits, which {@link #parse} reads back. */
  @Override
  public String toString() {
    return isNegative() ? "-" + magnitude() : bits.toString();
  }
}
