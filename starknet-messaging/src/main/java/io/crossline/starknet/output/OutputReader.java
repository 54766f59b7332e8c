// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.output;

import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;

/** Reads the words of a program output from first to last. Not thread-safe. */
final class OutputReader {
  /** Segments and payloads are shorter than 2^30 words. */
  private static final int MAX_SIZE_BITS = 30;

  private final Payload words;
  private int at;

  OutputReader(Payload words) {
    this.words = words;
  }

  int position() {
    return at;
  }

  int remaining() {
    return words.size() - at;
  }

  /** The next word, which must be a felt, as everything is that a Cairo program puts out. */
  UInt256 next(String what) {
    if (at == words.size()) {
      throw malformed("ends before " + what);
    }
    UInt256 word = words.word(at);
    if (!Felt.fits(word)) {
      throw malformed(
          what + " is " + word.toHexString() + ", must be a felt (below the Stark prime)");
    }
    at++;
    return word;
  }

  /** The next word, which must be below a power of two. */
  UInt256 next(String what, int bits) {
    UInt256 word = next(what);
    if (word.bitLength() > bits) {
      at--;
      throw malformed(what + " is " + word.toHexString() + ", must be below 2^" + bits);
    }
    return word;
  }

  boolean flag(String what) {
    UInt256 word = next(what, 1);
    return !word.isZero();
  }

  /** A number of words that must still be there. */
  int size(String what) {
    int size = (int) next(what, MAX_SIZE_BITS).longValueExact();
    if (size > remaining()) {
      at--;
      throw malformed(what + " is " + size + ", but only " + (remaining() - 1) + " words follow");
    }
    return size;
  }

  Payload payload(int size) {
    Payload payload = words.slice(at, at + size);
    for (int i = 0; i < size; i++) {
      next("a payload");
    }
    return payload;
  }

  MalformedInputException malformed(String problem) {
    return new MalformedInputException("program output: word " + at + ": " + problem, at);
  }
}
