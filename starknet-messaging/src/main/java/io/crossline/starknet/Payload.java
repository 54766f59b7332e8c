// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.Word;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * The payload of a message: a list of words of 256 bits. L1 takes any word; only L2 demands felts.
 * Kept in one array of longs, 32 bytes a word.
 *
 * <p>Immutable and thread-safe.
 */
public final class Payload {
  /** A payload without words. */
  public static final Payload EMPTY = new Payload(new long[0]);

  private static final int LIMBS = 4;
  private static final int WORD_BYTES = 32;

  /** A handler's from_address is parameter 1. */
  private static final int FIRST_PARAMETER = 2;

  private final long[] limbs;

  private Payload(long[] limbs) {
    this.limbs = limbs;
  }

  /**
   * Takes words as they are, one word of the payload each. A Cairo {@code u256} is two words: see
   * {@link #cairo}.
   *
   * @param words the words, in order
   * @return the payload
   */
  public static Payload of(Word... words) {
    return of(Arrays.asList(words));
  }

  /**
   * Takes words as they are, one word of the payload each.
   *
   * @param words the words, in order
   * @return the payload
   */
  public static Payload of(List<? extends Word> words) {
    if (words.isEmpty()) {
      return EMPTY;
    }
    long[] limbs = new long[Math.multiplyExact(LIMBS, words.size())];
    int at = 0;
    for (Word word : words) {
      put(limbs, at, word);
      at += LIMBS;
    }
    return new Payload(limbs);
  }

  /**
   * Encodes values as Cairo's Serde does in calldata. What a value is follows from its Java type,
   * as {@link CairoTypes#of(Class)} says: a {@link Felt}, a {@link Selector}, an {@link EthAddress}
   * and a {@link UInt64} are one felt, a {@link UInt256} is two, a {@code String} and {@link Bytes}
   * are a ByteArray, a {@code List} is an array, a record a struct. Where that is not meant, or the
   * Java type could be any of Cairo's, say the type: {@code CairoTypes.U128.of(5)}.
   *
   * @param values the values, in order
   * @return the payload
   * @throws IllegalArgumentException if a value is of another type, since its encoding could only
   *     be guessed
   * @throws MalformedInputException if a value is not one of its type
   */
  public static Payload cairo(Object... values) {
    FeltWriter out = new FeltWriter();
    for (int i = 0; i < values.length; i++) {
      JavaValues.write(out, values[i], "payload[" + i + "]");
    }
    return of(out.felts());
  }

  /**
   * Reads the values that the payload holds, as a contract with such parameters reads them.
   *
   * @param types their types; together they take the whole payload
   * @return the values, each of the Java type that {@link CairoTypes} gives its type
   * @throws CairoReadException if it holds no such values, with what a contract would panic with
   * @throws MalformedInputException if a word is no felt
   */
  public List<Object> decode(CairoType<?>... types) {
    return new CairoParameters(List.of(types), FIRST_PARAMETER).read(felts());
  }

  /**
   * Reads the value that the payload is.
   *
   * @param type its Java type, such as a record with a component for each parameter
   * @param <T> its Java type
   * @return the value
   * @throws CairoReadException if it holds no such value, with what a contract would panic with
   * @throws IllegalArgumentException if no Cairo type is of that Java type
   * @throws MalformedInputException if a word is no felt
   */
  public <T> T decode(Class<T> type) {
    return type.cast(decode(CairoTypes.of(type)).get(0));
  }

  /**
   * Reads the words of a byte string.
   *
   * @param bytes the words, 32 bytes each
   * @return the payload
   * @throws MalformedInputException if the size is no multiple of 32
   */
  public static Payload ofBytes(Bytes bytes) {
    if (bytes.size() % WORD_BYTES != 0) {
      throw new MalformedInputException(
          "payload: found " + bytes.size() + " bytes, must be a multiple of 32", bytes.size());
    }
    if (bytes.isEmpty()) {
      return EMPTY;
    }
    long[] limbs = new long[bytes.size() / Long.BYTES];
    for (int i = 0; i < limbs.length; i++) {
      limbs[i] = bytes.getLong(i * Long.BYTES);
    }
    return new Payload(limbs);
  }

  /**
   * Reads a {@code uint256[]} of an ABI encoding.
   *
   * @param head the head that holds the offset to it
   * @param index of the word with the offset
   * @return the payload
   * @throws AbiDecodeException where Solidity would revert
   */
  public static Payload read(AbiReader.Head head, int index) {
    AbiReader.Items items = head.array(index, 1, false);
    int size = items.size();
    if (size == 0) {
      return EMPTY;
    }
    long[] limbs = new long[LIMBS * size];
    for (int i = 0; i < size; i++) {
      put(limbs, LIMBS * i, items.uint256(i));
    }
    return new Payload(limbs);
  }

  private static void put(long[] limbs, int at, Word word) {
    limbs[at] = word.limb(0);
    limbs[at + 1] = word.limb(1);
    limbs[at + 2] = word.limb(2);
    limbs[at + 3] = word.limb(3);
  }

  /**
   * How many words there are.
   *
   * @return the length that is hashed
   */
  public int size() {
    return limbs.length / LIMBS;
  }

  /**
   * Whether there are no words.
   *
   * @return true if the size is 0
   */
  public boolean isEmpty() {
    return limbs.length == 0;
  }

  /**
   * One word.
   *
   * @param index from 0
   * @return the word
   * @throws IndexOutOfBoundsException if there is no such word
   */
  public UInt256 word(int index) {
    int at = LIMBS * Objects.checkIndex(index, size());
    return UInt256.ofLimbs(limbs[at], limbs[at + 1], limbs[at + 2], limbs[at + 3]);
  }

  /**
   * One word as a felt.
   *
   * @param index from 0
   * @return the felt
   * @throws IndexOutOfBoundsException if there is no such word
   * @throws MalformedInputException if the word is no felt
   */
  public Felt felt(int index) {
    return Felt.of(word(index));
  }

  /**
   * All words.
   *
   * @return an unmodifiable view; each access makes a new {@link UInt256}
   */
  public List<UInt256> words() {
    return new Words();
  }

  /**
   * All words as felts.
   *
   * @return the felts
   * @throws MalformedInputException if a word is no felt, with its index as offset
   */
  public List<Felt> felts() {
    Felt[] felts = new Felt[size()];
    for (int i = 0; i < felts.length; i++) {
      UInt256 word = word(i);
      if (!Felt.fits(word)) {
        throw new MalformedInputException(
            "payload["
                + i
                + "]: "
                + word.toHexString()
                + " is not a felt (must be below the Stark prime)",
            i);
      }
      felts[i] = Felt.of(word);
    }
    return List.of(felts);
  }

  /**
   * Whether every word is a felt, as L2 demands.
   *
   * @return true if all are below the Stark prime
   */
  public boolean isFelts() {
    for (int at = 0; at < limbs.length; at += LIMBS) {
      if (!Felt.fits(limbs[at], limbs[at + 1], limbs[at + 2], limbs[at + 3])) {
        return false;
      }
    }
    return true;
  }

  /**
   * The words as bytes.
   *
   * @return 32 big-endian bytes a word, without a length
   */
  public Bytes toBytes() {
    byte[] bytes = new byte[limbs.length * Long.BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (limbs[i >>> 3] >>> (56 - 8 * (i & 7)));
    }
    return Bytes.of(bytes);
  }

  /**
   * Some of the words.
   *
   * @param from the first word
   * @param to after the last word
   * @return a payload of the words between
   * @throws IndexOutOfBoundsException if the range is not within the words
   */
  public Payload slice(int from, int to) {
    Objects.checkFromToIndex(from, to, size());
    return from == to ? EMPTY : new Payload(Arrays.copyOfRange(limbs, LIMBS * from, LIMBS * to));
  }

  /**
   * Feeds some of the words to a hash.
   *
   * @param keccak the hash
   * @param from the first word
   * @param to after the last word
   * @throws IndexOutOfBoundsException if the range is not within the words
   */
  public void absorbInto(Keccak256 keccak, int from, int to) {
    Objects.checkFromToIndex(from, to, size());
    for (int at = LIMBS * from; at < LIMBS * to; at += LIMBS) {
      keccak.absorb(limbs[at], limbs[at + 1], limbs[at + 2], limbs[at + 3]);
    }
  }

  /**
   * Feeds length and words to a hash, as both message hashes end.
   *
   * @param keccak the hash
   */
  void absorbInto(Keccak256 keccak) {
    keccak.absorb(0, 0, 0, size());
    for (int at = 0; at < limbs.length; at += LIMBS) {
      keccak.absorb(limbs[at], limbs[at + 1], limbs[at + 2], limbs[at + 3]);
    }
  }

  /**
   * Writes length and words, as Solidity encodes a {@code uint256[]} behind its offset.
   *
   * @param out where to write
   */
  public void writeTo(AbiWriter out) {
    out.number(size());
    for (int at = 0; at < limbs.length; at += LIMBS) {
      out.word(limbs[at], limbs[at + 1], limbs[at + 2], limbs[at + 3]);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Payload that && Arrays.equals(limbs, that.limbs);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(limbs);
  }

  /** The words in minimal hexadecimal, as in {@code [0x1, 0x2a]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < size(); i++) {
      text.append(i == 0 ? "" : ", ").append(word(i).toHexString());
    }
    return text.append(']').toString();
  }

  private final class Words extends AbstractList<UInt256> implements RandomAccess {
    @Override
    public UInt256 get(int index) {
      return word(index);
    }

    @Override
    public int size() {
      return Payload.this.size();
    }
  }
}
