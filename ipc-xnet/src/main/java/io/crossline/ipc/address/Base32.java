// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.address;

import io.crossline.messaging.Bytes;
import java.util.Optional;

/**
 * RFC 4648 base 32 in lower case and without padding; spare bits of the last character must be
 * zero.
 */
final class Base32 {
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int BITS = 5;

  private Base32() {}

  static void append(StringBuilder out, Bytes bytes) {
    int pending = 0;
    int bits = 0;
    for (int i = 0; i < bytes.size(); i++) {
      pending = (pending << 8 | bytes.get(i) & 0xff) & 0xfff;
      bits += 8;
      while (bits >= BITS) {
        bits -= BITS;
        out.append(ALPHABET.charAt(pending >>> bits & 31));
      }
    }
    if (bits > 0) {
      out.append(ALPHABET.charAt(pending << (BITS - bits) & 31));
    }
  }

  /** Nothing if the text is not base 32, or not of a length that encoding gives. */
  static Optional<Bytes> decode(String text) {
    byte[] bytes = new byte[(int) ((long) text.length() * BITS / 8)];
    int at = 0;
    int pending = 0;
    int bits = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      pending = (pending << BITS | value) & 0xfff;
      bits += BITS;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (pending >>> bits);
      }
    }
    boolean wholeCharacterSpare = bits >= BITS;
    boolean spareBitsSet = (pending & (1 << bits) - 1) != 0;
    return wholeCharacterSpare || spareBitsSet ? Optional.empty() : Optional.of(Bytes.of(bytes));
  }
}
