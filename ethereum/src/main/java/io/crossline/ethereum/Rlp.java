// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;

/**
 * Recursive Length Prefix, the encoding of transactions (Ethereum's Yellow Paper, appendix B): an
 * item is a string of bytes or a list of items. Only the canonical form is read: the shortest
 * lengths, nothing behind the item, and no byte below 0x80 behind a prefix.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface Rlp {
  /** How deep lists may nest: {@value}. No transaction nests deeper than 4. */
  int MAX_DEPTH = 16;

  /**
   * A string of bytes.
   *
   * @param bytes the bytes
   */
  record Text(Bytes bytes) implements Rlp {
    @Override
    public Bytes encode() {
      if (bytes.size() == 1 && (bytes.get(0) & 0xff) < 0x80) {
        return bytes;
      }
      return Bytes.concat(prefix(0x80, bytes.size()), bytes);
    }
  }

  /**
   * A list of items.
   *
   * @param items the items
   */
  record Items(List<Rlp> items) implements Rlp {
    /** Copies the list. */
    public Items {
      items = List.copyOf(items);
    }

    @Override
    public Bytes encode() {
      Bytes content = Bytes.concat(items.stream().map(Rlp::encode).toArray(Bytes[]::new));
      return Bytes.concat(prefix(0xc0, content.size()), content);
    }
  }

  /**
   * The item as bytes.
   *
   * @return its canonical encoding
   */
  Bytes encode();

  /**
   * A string of bytes.
   *
   * @param bytes the bytes
   * @return the item
   */
  static Rlp of(Bytes bytes) {
    return new Text(bytes);
  }

  /**
   * A number, without leading zeros; 0 is the empty string.
   *
   * @param number the number
   * @return the item
   */
  static Rlp of(UInt256 number) {
    Bytes word = number.toBytes32().toBytes();
    int first = 0;
    while (first < word.size() && word.get(first) == 0) {
      first++;
    }
    return new Text(word.slice(first));
  }

  /**
   * A number, without leading zeros.
   *
   * @param number the number
   * @return the item
   */
  static Rlp of(UInt64 number) {
    return of(number.toUInt256());
  }

  /**
   * A list.
   *
   * @param items its items
   * @return the item
   */
  static Rlp list(Rlp... items) {
    return new Items(List.of(items));
  }

  /**
   * Reads one item.
   *
   * @param bytes its encoding, and nothing behind it
   * @return the item
   * @throws MalformedInputException if it is not canonical, ends too early, has more behind it, or
   *     nests deeper than {@link #MAX_DEPTH}; with the offset
   */
  static Rlp decode(Bytes bytes) {
    RlpReader reader = new RlpReader(bytes);
    Rlp item = reader.item(0);
    reader.requireEnd();
    return item;
  }

  /**
   * The bytes of a string.
   *
   * @param what what it is, for the error
   * @return the bytes
   * @throws MalformedInputException if it is a list
   */
  default Bytes bytes(String what) {
    if (this instanceof Text text) {
      return text.bytes();
    }
    throw new MalformedInputException(what + ": found a list, must be a string of bytes");
  }

  /**
   * The number that a string is.
   *
   * @param what what it is, for the error
   * @return the number
   * @throws MalformedInputException if it is a list, has more than 32 bytes or begins with a zero
   */
  default UInt256 number(String what) {
    Bytes digits = bytes(what);
    if (digits.size() > 32) {
      throw new MalformedInputException(
          what + ": found a number of " + digits.size() + " bytes, must be at most 32");
    }
    if (!digits.isEmpty() && digits.get(0) == 0) {
      throw new MalformedInputException(what + ": found a number that begins with a zero byte");
    }
    return Bytes.concat(Bytes.of(new byte[32 - digits.size()]), digits).getUInt256(0);
  }

  /**
   * The number that a string is, of at most 64 bits.
   *
   * @param what what it is, for the error
   * @return the number
   * @throws MalformedInputException as {@link #number}, or if it is larger
   */
  default UInt64 number64(String what) {
    UInt256 number = number(what);
    if (number.compareTo(UInt64.MAX.toUInt256()) > 0) {
      throw new MalformedInputException(
          what + ": found " + number.toHexString() + ", must have at most 64 bits");
    }
    return UInt64.of(number);
  }

  /**
   * The items of a list.
   *
   * @param what what it is, for the error
   * @return the items, in order
   * @throws MalformedInputException if it is a string
   */
  default List<Rlp> items(String what) {
    if (this instanceof Items list) {
      return list.items();
    }
    throw new MalformedInputException(what + ": found a string of bytes, must be a list");
  }

  private static Bytes prefix(int kind, int size) {
    if (size <= 55) {
      return Bytes.of((byte) (kind + size));
    }
    Bytes length = of(UInt64.of(size)).bytes("length");
    return Bytes.concat(Bytes.of((byte) (kind + 55 + length.size())), length);
  }
}
