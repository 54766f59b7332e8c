// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import java.math.BigInteger;

/** Reading and writing unsigned numbers. */
final class UnsignedText {
  private static final int MAX_DECIMAL_DIGITS = 78;
  private static final int MAX_HEX_DIGITS = 64;

  private UnsignedText() {}

  static UInt256 parse(String what, String text, int bits) {
    if (text.startsWith("0x")) {
      return hexadecimal(what, text, bits);
    }
    if (text.isEmpty()) {
      throw wrongForm(what, text);
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        throw new MalformedInputException(
            what + ": " + HexText.quote(text) + " must be decimal digits or 0x hexadecimal", i);
      }
    }
    // Before the conversion, whose cost grows with the square of the length.
    if (text.length() > MAX_DECIMAL_DIGITS) {
      throw tooLong(what, text, MAX_DECIMAL_DIGITS);
    }
    BigInteger number = new BigInteger(text);
    if (number.bitLength() > bits) {
      throw tooLarge(what, text, bits);
    }
    return UInt256.of(number);
  }

  private static UInt256 hexadecimal(String what, String text, int bits) {
    int digits = text.length() - 2;
    if (digits == 0) {
      throw wrongForm(what, text);
    }
    if (digits > MAX_HEX_DIGITS) {
      throw tooLong(what, text, MAX_HEX_DIGITS);
    }
    long[] limbs = new long[4];
    for (int i = 0; i < digits; i++) {
      int place = digits - 1 - i;
      limbs[3 - (place >>> 4)] |= (long) HexText.digit(what, text, 2 + i) << (4 * (place & 15));
    }
    UInt256 number = UInt256.ofLimbs(limbs[0], limbs[1], limbs[2], limbs[3]);
    if (number.bitLength() > bits) {
      throw tooLarge(what, text, bits);
    }
    return number;
  }

  static String minimalHex(long limb0, long limb1, long limb2, long limb3) {
    StringBuilder digits = new StringBuilder(64);
    HexText.append(digits, limb0);
    HexText.append(digits, limb1);
    HexText.append(digits, limb2);
    HexText.append(digits, limb3);
    int first = 0;
    while (first < 63 && digits.charAt(first) == '0') {
      first++;
    }
    return "0x" + digits.substring(first);
  }

  private static MalformedInputException wrongForm(String what, String text) {
    return new MalformedInputException(
        what + ": " + HexText.quote(text) + " must be decimal digits or 0x hexadecimal");
  }

  /** Leading zeros count too: a number of more digits than any number in range needs is refused. */
  private static MalformedInputException tooLong(String what, String text, int digits) {
    return new MalformedInputException(
        what + ": " + HexText.quote(text) + " is too long (at most " + digits + " digits)");
  }

  private static MalformedInputException tooLarge(String what, String text, int bits) {
    return new MalformedInputException(
        what + ": " + HexText.quote(text) + " is too large (must be below 2^" + bits + ")");
  }
}
