// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;

/**
 * The bytes that are decoded and the EVM memory that decoding them takes. Positions are bytes from
 * the start of the data; as long numbers they may lie far beyond its end.
 *
 * <p>Follows ABIFunctions.cpp and YulUtilFunctions.cpp of solc 0.8 (codec v2): abi_decode_struct,
 * abi_decode_array, array_allocation_size, finalize_allocation.
 */
final class DecodedMemory {
  static final int WORD = 32;

  /** Where solc's memory begins to be free. */
  private static final long FREE_MEMORY_START = 0x80;

  /**
   * A position that is beyond the end of any data, and from which one more step does not overflow.
   */
  private static final long BEYOND = 1L << 62;

  private final Bytes data;
  private final long first;
  private final long limit;
  private long free;

  DecodedMemory(Bytes data) {
    this.data = data;
    // the bytes to decode lie in memory themselves, behind their length
    this.first = FREE_MEMORY_START + WORD + ((data.size() + WORD - 1L) & -WORD);
    this.free = first;
    // No chain takes data so large that they themselves pass the limit. A host that reads its own
    // logs may: what they say once takes hardly more memory than they have bytes.
    this.limit = Math.max(AbiReader.MAX_DECODED_BYTES, 3L * data.size() / 2);
  }

  Bytes data() {
    return data;
  }

  int requireHead(long start, int words) {
    if (data.size() - start < (long) words * WORD) {
      throw refused("a head of " + words + " words does not fit", start);
    }
    return (int) start;
  }

  /** Where the offset in the word at a place leads, counted from a base. */
  long target(int base, int at) {
    if (highLimbs(at) != 0) {
      throw refused("the offset " + data.getBytes32(at) + " is not below 2^64", at);
    }
    long offset = data.getLong(at + 24);
    return offset < 0 || offset >= BEYOND ? BEYOND : base + offset;
  }

  /** The bytes behind the length word at a place. */
  Bytes bytes(long start) {
    long length = length(start);
    long words = length == 0 ? 0 : ((length - 1) >>> 5) + 1;
    requireAddressable(words, start);
    int from = (int) start + WORD;
    if (Long.compareUnsigned(length, data.size() - from) > 0) {
      throw refused(Long.toUnsignedString(length) + " bytes do not fit", start);
    }
    take((words + 1) * WORD, start);
    return data.slice(from, from + (int) length);
  }

  /** The length of the array at a place, whose elements or offsets have so many words each. */
  int arrayLength(long start, int stride) {
    long length = length(start);
    requireAddressable(length, start);
    int fitting = fitting(length, start, stride);
    take((length + 1) * WORD, start);
    return fitting;
  }

  /** The length of an array that stays in calldata: it takes no memory, so no length is a panic. */
  int calldataLength(long start, int stride) {
    requireLengthWord(start);
    int at = (int) start;
    if (highLimbs(at) != 0) {
      throw refused("the length " + data.getBytes32(at) + " is not below 2^64", start);
    }
    return fitting(data.getLong(at + 24), start, stride);
  }

  private int fitting(long length, long start, int stride) {
    long room = (data.size() - start - WORD) / ((long) stride * WORD);
    if (Long.compareUnsigned(length, room) > 0) {
      throw refused(Long.toUnsignedString(length) + " elements do not fit", start);
    }
    return (int) length;
  }

  /** Counts memory that is allocated. */
  void take(long bytes, long start) {
    free += bytes;
    if (free - first > limit) {
      throw refused("decoding takes more than " + limit + " bytes of memory", start);
    }
  }

  AbiDecodeException refused(String what, long at) {
    return new AbiDecodeException(place(what, at), at, false);
  }

  /** The length word at a place; all 64 bits count. */
  private long length(long start) {
    requireLengthWord(start);
    int at = (int) start;
    if (highLimbs(at) != 0) {
      throw unaddressable(data.getBytes32(at).toString(), start);
    }
    return data.getLong(at + 24);
  }

  private void requireLengthWord(long start) {
    if (start + WORD - 1 >= data.size()) {
      throw refused("there is no room for a length", start);
    }
  }

  private long highLimbs(int at) {
    return data.getLong(at) | data.getLong(at + 8) | data.getLong(at + 16);
  }

  /** The length and so many words must end below 2^64, counted from the memory that is free. */
  private void requireAddressable(long words, long start) {
    long most = (-1L - free - WORD) >>> 5;
    if (Long.compareUnsigned(words, most) > 0) {
      throw unaddressable(Long.toUnsignedString(data.getLong((int) start + 24)), start);
    }
  }

  private AbiDecodeException unaddressable(String length, long at) {
    return new AbiDecodeException(
        place("the length " + length + " cannot be allocated", at), at, true);
  }

  private String place(String what, long at) {
    String where = at >= BEYOND ? "at 2^62 or beyond" : "at byte " + at;
    return "abi: " + what + " " + where + " of " + data.size();
  }
}
