// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/** The one place that turns hexadecimal text into bytes and longs and back. */
final class HexText {
  private static final char[] DIGITS = "0123456789abcdef".toCharArray();
  private static final int MAX_QUOTED = 80;

  private HexText() {}

  static int digit(String what, String text, int at) {
    char c = text.charAt(at);
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
      return c - 'a' + 10;
    }
    if (c >= 'A' && c <= 'F') {
      return c - 'A' + 10;
    }
    throw new MalformedInputException(
        what + ": " + quote(text) + " has a character that is no hexadecimal digit at " + at, at);
  }

  static void requirePrefix(String what, String text, String form) {
    if (!text.startsWith("0x")) {
      throw new MalformedInputException(what + ": " + quote(text) + " must be " + form, 0);
    }
  }

  static byte[] bytes(String what, String text) {
    requirePrefix(what, text, "0x followed by an even number of hexadecimal digits");
    if (text.length() % 2 != 0) {
      throw new MalformedInputException(
          what + ": " + quote(text) + " has an odd number of hexadecimal digits", text.length());
    }
    byte[] bytes = new byte[text.length() / 2 - 1];
    for (int i = 0; i < bytes.length; i++) {
      int at = 2 + 2 * i;
      bytes[i] = (byte) (digit(what, text, at) << 4 | digit(what, text, at + 1));
    }
    return bytes;
  }

  static byte[] bytes(String what, String text, int size) {
    if (text.length() != 2 + 2 * size) {
      throw new MalformedInputException(
          what + ": " + quote(text) + " must be 0x followed by " + 2 * size + " hexadecimal digits",
          text.length());
    }
    return bytes(what, text);
  }

  static String of(byte[] bytes, int from, int to) {
    char[] out = new char[2 + 2 * (to - from)];
    out[0] = '0';
    out[1] = 'x';
    for (int i = from, at = 2; i < to; i++) {
      out[at++] = DIGITS[bytes[i] >>> 4 & 0xf];
      out[at++] = DIGITS[bytes[i] & 0xf];
    }
    return new String(out);
  }

  static void append(StringBuilder out, long limb) {
    for (int shift = 60; shift >= 0; shift -= 4) {
      out.append(DIGITS[(int) (limb >>> shift) & 0xf]);
    }
  }

  static String quote(String text) {
    return text.length() <= MAX_QUOTED
        ? '"' + text + '"'
        : '"' + text.substring(0, MAX_QUOTED) + "…\" (" + text.length() + " characters)";
  }
}
