// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * Exactly 32 bytes, as hashes and contract words have. Text form: {@code 0x} and 64 lower-case
 * hexadecimal digits, leading zeros included.
 *
 * <p>Immutable and thread-safe.
 */
public final class Bytes32 implements Word, Comparable<Bytes32> {
  /** 32 zero bytes. */
  public static final Bytes32 ZERO = new Bytes32(0, 0, 0, 0);

  private final long limb0;
  private final long limb1;
  private final long limb2;
  private final long limb3;

  private Bytes32(long limb0, long limb1, long limb2, long limb3) {
    this.limb0 = limb0;
    this.limb1 = limb1;
    this.limb2 = limb2;
    this.limb3 = limb3;
  }

  /**
   * Joins four big-endian longs.
   *
   * @param limb0 the first eight bytes
   * @param limb1 the next eight
   * @param limb2 the next eight
   * @param limb3 the last eight
   * @return the word
   */
  public static Bytes32 ofLimbs(long limb0, long limb1, long limb2, long limb3) {
    return new Bytes32(limb0, limb1, limb2, limb3);
  }

  /**
   * Takes 32 bytes.
   *
   * @param bytes the bytes
   * @return the word
   * @throws MalformedInputException if there are not exactly 32
   */
  public static Bytes32 of(Bytes bytes) {
    if (bytes.size() != 32) {
      throw new MalformedInputException(
          "bytes32: found " + bytes.size() + " bytes, must be 32", bytes.size());
    }
    return bytes.getBytes32(0);
  }

  /**
   * Reads the text form.
   *
   * @param hex {@code 0x} and 64 hexadecimal digits in either case
   * @return the word
   * @throws MalformedInputException if the text has another form
   */
  public static Bytes32 parse(String hex) {
    return Bytes.of(HexText.bytes("bytes32", hex, 32)).getBytes32(0);
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

  @Override
  public Bytes32 toBytes32() {
    return this;
  }

  /**
   * The same bytes as a number.
   *
   * @return the bytes read as an unsigned big-endian number
   */
  public UInt256 toUInt256() {
    return UInt256.ofLimbs(limb0, limb1, limb2, limb3);
  }

  /**
   * The same bytes as a byte string.
   *
   * @return 32 bytes
   */
  public Bytes toBytes() {
    byte[] bytes = new byte[32];
    for (int i = 0; i < 32; i++) {
      bytes[i] = (byte) (limb(i >>> 3) >>> (56 - 8 * (i & 7)));
    }
    return Bytes.of(bytes);
  }

  /**
   * Whether all bytes are zero.
   *
   * @return true for {@link #ZERO}
   */
  public boolean isZero() {
    return (limb0 | limb1 | limb2 | limb3) == 0;
  }

  /** Compares as unsigned big-endian numbers. */
  @Override
  public int compareTo(Bytes32 other) {
    return UInt256.compare(
        limb0, limb1, limb2, limb3, other.limb0, other.limb1, other.limb2, other.limb3);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes32 that
        && limb0 == that.limb0
        && limb1 == that.limb1
        && limb2 == that.limb2
        && limb3 == that.limb3;
  }

  @Override
  public int hashCode() {
    return UInt256.hash(limb0, limb1, limb2, limb3);
  }

  /** The text form, which {@link #parse} reads back. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(66).append("0x");
    HexText.append(out, limb0);
    HexText.append(out, limb1);
    HexText.append(out, limb2);
    HexText.append(out, limb3);
    return out.toString();
  }
}
