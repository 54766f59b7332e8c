// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * An address of an EVM chain: 20 bytes. As a {@link Word} it is padded with zeros on the left, as
 * in hashes and calldata. Text form: {@code 0x} and 40 lower-case hexadecimal digits; {@link
 * #parse} takes either case and checks no checksum.
 *
 * <p>Immutable and thread-safe.
 */
public final class EthAddress implements Address, Word, Comparable<EthAddress> {
  /** Twenty zero bytes. */
  public static final EthAddress ZERO = new EthAddress(0, 0, 0);

  private final int high;
  private final long middle;
  private final long low;

  private EthAddress(int high, long middle, long low) {
    this.high = high;
    this.middle = middle;
    this.low = low;
  }

  /**
   * Takes 20 bytes.
   *
   * @param bytes the bytes
   * @return the address
   * @throws MalformedInputException if there are not exactly 20
   */
  public static EthAddress of(Bytes bytes) {
    if (bytes.size() != 20) {
      throw new MalformedInputException(
          "address: found " + bytes.size() + " bytes, must be 20", bytes.size());
    }
    int high =
        bytes.get(0) << 24
            | (bytes.get(1) & 0xff) << 16
            | (bytes.get(2) & 0xff) << 8
            | bytes.get(3) & 0xff;
    return new EthAddress(high, bytes.getLong(4), bytes.getLong(12));
  }

  /**
   * Takes a word whose upper 96 bits are zero.
   *
   * @param word the word
   * @return the address in its lower 160 bits
   * @throws MalformedInputException if the word is 2^160 or more
   */
  public static EthAddress of(Word word) {
    if (!fits(word)) {
      throw new MalformedInputException(
          "address: " + word.toBytes32() + " is not an address (must be below 2^160)");
    }
    return truncate(word);
  }

  /**
   * Whether a word is an address padded with zeros.
   *
   * @param word the word
   * @return true if it is below 2^160
   */
  public static boolean fits(Word word) {
    return word.limb(0) == 0 && word.limb(1) >>> 32 == 0;
  }

  /**
   * The lower 160 bits of a word, as Solidity's conversion to {@code address} takes them.
   *
   * @param word any word
   * @return the address in its lower 160 bits
   */
  public static EthAddress truncate(Word word) {
    return new EthAddress((int) word.limb(1), word.limb(2), word.limb(3));
  }

  /**
   * Reads the text form.
   *
   * @param hex {@code 0x} and 40 hexadecimal digits in either case
   * @return the address
   * @throws MalformedInputException if the text has another form
   */
  public static EthAddress parse(String hex) {
    return of(Bytes.of(HexText.bytes("address", hex, 20)));
  }

  @Override
  public long limb(int index) {
    switch (index) {
      case 0:
        return 0;
      case 1:
        return high & 0xffffffffL;
      case 2:
        return middle;
      case 3:
        return low;
      default:
        throw new IndexOutOfBoundsException(index);
    }
  }

  /** The 20 bytes. */
  @Override
  public Bytes encoded() {
    return toBytes32().toBytes().slice(12);
  }

  /**
   * The address as a number.
   *
   * @return a number below 2^160
   */
  public UInt256 toUInt256() {
    return UInt256.ofLimbs(0, high & 0xffffffffL, middle, low);
  }

  /**
   * Whether all bytes are zero.
   *
   * @return true for {@link #ZERO}
   */
  public boolean isZero() {
    return (high | middle | low) == 0;
  }

  @Override
  public int compareTo(EthAddress other) {
    return UInt256.compare(0, limb(1), middle, low, 0, other.limb(1), other.middle, other.low);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EthAddress that
        && high == that.high
        && middle == that.middle
        && low == that.low;
  }

  @Override
  public int hashCode() {
    return UInt256.hash(0, high, middle, low);
  }

  /** The text form, which {@link #parse} reads back. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(50);
    HexText.append(out, limb(1));
    out.replace(0, 8, "0x");
    HexText.append(out, middle);
    HexText.append(out, low);
    return out.toString();
  }
}
