// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import java.util.ArrayList;
import java.util.List;

/** Reads items one behind the other. */
final class RlpReader {
  private static final int MAX_SHORT = 55;

  private final Bytes bytes;
  private int at;

  RlpReader(Bytes bytes) {
    this.bytes = bytes;
  }

  Rlp item(int depth) {
    int start = at;
    int first = next();
    if (first < 0x80) {
      return Rlp.of(bytes.slice(start, start + 1));
    }
    if (first < 0xc0) {
      int size = size(first - 0x80, start);
      Bytes content = bytes.slice(at, at + size);
      if (size == 1 && (content.get(0) & 0xff) < 0x80) {
        throw malformed("a byte below 0x80 behind a prefix", start);
      }
      at += size;
      return Rlp.of(content);
    }
    if (depth == Rlp.MAX_DEPTH) {
      throw malformed("lists nested deeper than " + Rlp.MAX_DEPTH, start);
    }
    int end = size(first - 0xc0, start) + at;
    List<Rlp> items = new ArrayList<>();
    while (at < end) {
      items.add(item(depth + 1));
    }
    if (at > end) {
      throw malformed("an item that goes beyond the end of its list", start);
    }
    return new Rlp.Items(items);
  }

  /** How many bytes the content has, from what the prefix says. */
  private int size(int prefix, int start) {
    long size = prefix;
    if (prefix > MAX_SHORT) {
      size = 0;
      for (int i = 0; i < prefix - MAX_SHORT; i++) {
        int digit = next();
        if (i == 0 && digit == 0) {
          throw malformed("a length that begins with a zero byte", start);
        }
        size = size << 8 | digit;
        if (size > Integer.MAX_VALUE) {
          throw malformed("a length of more than 31 bits", start);
        }
      }
      if (size <= MAX_SHORT) {
        throw malformed("a length of its own for " + size + " bytes", start);
      }
    }
    if (size > bytes.size() - at) {
      throw malformed(
          "an item of " + size + " bytes where " + (bytes.size() - at) + " are left", start);
    }
    return (int) size;
  }

  private int next() {
    if (at >= bytes.size()) {
      throw malformed("the end where an item must be", at);
    }
    return bytes.get(at++) & 0xff;
  }

  void requireEnd() {
    if (at < bytes.size()) {
      throw malformed((bytes.size() - at) + " bytes behind the item", at);
    }
  }

  private static MalformedInputException malformed(String what, int offset) {
    return new MalformedInputException("RLP: found " + what, offset);
  }
}
