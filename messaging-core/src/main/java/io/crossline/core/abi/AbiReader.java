// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/**
 * Reads ABI-encoded bytes as solc 0.8 decodes them into memory, with the same checks in the same
 * order. The caller knows the layout, and reads components in their order where it matters which of
 * two faults is found first.
 *
 * <p>What is checked, for each thing behind an offset:
 *
 * <ol>
 *   <li>the offset word is below 2^64; it counts from the start of the head or the elements that
 *       hold it;
 *   <li>a struct has all of its head, and an array or byte string all of its length word, before
 *       the end of the data;
 *   <li>the memory for that length ends below 2^64, or else the revert is Panic(0x41);
 *   <li>the bytes, or the heads of the elements, end before the end of the data;
 *   <li>each value fits its type.
 * </ol>
 *
 * Every other failure is a revert without data. Offsets may point anywhere, forwards, backwards,
 * unaligned, to the same place twice; padding behind bytes may be dirty or missing; bytes that
 * nothing points to are passed over.
 *
 * <p>Memory is counted as the EVM would allocate it. Beyond {@link #MAX_DECODED_BYTES}, where a
 * chain would have run out of gas, decoding ends with a revert without data; so a few bytes with
 * many offsets to one place cannot take much memory. Data that are nearly as large or larger may
 * take one and a half times their own size. What is read shares the bytes of the input and keeps
 * them alive. Not thread-safe.
 */
public final class AbiReader {
  /** {@value}: how much memory of the EVM one reader of small data may fill. */
  public static final int MAX_DECODED_BYTES = 64 << 20;

  private final DecodedMemory memory;

  /**
   * Creates a reader.
   *
   * @param data the encoding, without a selector
   */
  public AbiReader(Bytes data) {
    this.memory = new DecodedMemory(data);
  }

  /**
   * Begins with the outermost tuple, from which all other things are reached.
   *
   * @param words how many words its head has
   * @return the head
   * @throws AbiDecodeException if there are fewer bytes
   */
  public Head head(int words) {
    return new Head(memory, memory.requireHead(0, words), words);
  }

  /** The head of a tuple: values in place, and offsets to what is dynamic. Indexes count words. */
  public static sealed class Head permits Items {
    private final DecodedMemory memory;
    private final int base;
    private final int words;

    Head(DecodedMemory memory, int base, int words) {
      this.memory = memory;
      this.base = base;
      this.words = words;
    }

    /**
     * A {@code uint256}.
     *
     * @param index of the word
     * @return the number
     */
    public UInt256 uint256(int index) {
      return memory.data().getUInt256(position(index));
    }

    /**
     * A {@code uintN}.
     *
     * @param index of the word
     * @param bits 8 to 256
     * @return the number
     * @throws AbiDecodeException if the number is 2^N or more
     */
    public UInt256 uint(int index, int bits) {
      UInt256 number = uint256(index);
      if (number.bitLength() > bits) {
        throw misfit(index, "uint" + bits);
      }
      return number;
    }

    /**
     * An {@code intN}, as its two's complement in 256 bits.
     *
     * @param index of the word
     * @param bits 8 to 256
     * @return the word
     * @throws AbiDecodeException if the number is not within -2^(N-1) and 2^(N-1) - 1
     */
    public UInt256 signed(int index, int bits) {
      UInt256 number = uint256(index);
      if (!SignedWord.fits(number, bits)) {
        throw misfit(index, "int" + bits);
      }
      return number;
    }

    /**
     * A {@code uint64}.
     *
     * @param index of the word
     * @return the number
     * @throws AbiDecodeException if the number is 2^64 or more
     */
    public UInt64 uint64(int index) {
      int at = position(index);
      Bytes data = memory.data();
      if ((data.getLong(at) | data.getLong(at + 8) | data.getLong(at + 16)) != 0) {
        throw misfit(index, "uint64");
      }
      return UInt64.ofBits(data.getLong(at + 24));
    }

    /**
     * A {@code uint8}.
     *
     * @param index of the word
     * @return the number, 0 to 255
     * @throws AbiDecodeException if the number is 256 or more
     */
    public int uint8(int index) {
      return small(index, 0xff, "uint8");
    }

    /**
     * A {@code bool}.
     *
     * @param index of the word
     * @return the truth value
     * @throws AbiDecodeException if the word is neither 0 nor 1
     */
    public boolean bool(int index) {
      return small(index, 1, "bool") == 1;
    }

    /**
     * A member of an enum.
     *
     * @param index of the word
     * @param members how many members the enum has
     * @return the number of the member, from 0
     * @throws AbiDecodeException if there is no such member; decoding an enum reverts without data,
     *     unlike converting to one
     */
    public int enumMember(int index, int members) {
      return small(index, members - 1, "enum of " + members + " members");
    }

    /**
     * An {@code address}.
     *
     * @param index of the word
     * @return the address
     * @throws AbiDecodeException if the word is 2^160 or more
     */
    public EthAddress address(int index) {
      Bytes32 word = bytes32(index);
      if (!EthAddress.fits(word)) {
        throw misfit(index, "address");
      }
      return EthAddress.truncate(word);
    }

    /**
     * A {@code bytes32}.
     *
     * @param index of the word
     * @return the word
     */
    public Bytes32 bytes32(int index) {
      return memory.data().getBytes32(position(index));
    }

    /**
     * A {@code bytesN}.
     *
     * @param index of the word
     * @param size 1 to 32
     * @return that many bytes
     * @throws AbiDecodeException if the rest of the word is not zero
     */
    public Bytes fixedBytes(int index, int size) {
      int at = position(index);
      Bytes data = memory.data();
      for (int i = size; i < DecodedMemory.WORD; i++) {
        if (data.get(at + i) != 0) {
          throw misfit(index, "bytes" + size);
        }
      }
      return data.slice(at, at + size);
    }

    /**
     * A {@code bytes} or {@code string} behind the offset in a word.
     *
     * @param index of the word with the offset
     * @return the bytes
     * @throws AbiDecodeException by the rules of {@link AbiReader}
     */
    public Bytes bytes(int index) {
      return memory.bytes(target(index));
    }

    /**
     * A dynamic struct, or a {@code T[k]} of dynamic elements, behind the offset in a word.
     *
     * @param index of the word with the offset
     * @param headWords how many words its head has
     * @return its head
     * @throws AbiDecodeException by the rules of {@link AbiReader}
     */
    public Head tuple(int index, int headWords) {
      int start = memory.requireHead(target(index), headWords);
      memory.take((long) headWords * DecodedMemory.WORD, start);
      return new Head(memory, start, headWords);
    }

    /**
     * A static struct, or a {@code T[k]} of static elements, in place.
     *
     * @param index of its first word
     * @param headWords how many words it has
     * @return its head
     * @throws AbiDecodeException if too much memory is taken
     */
    public Head inline(int index, int headWords) {
      if (headWords < 0 || headWords > words - index) {
        throw new IndexOutOfBoundsException(
            headWords + " words from " + index + " in a head of " + words + " words");
      }
      int start = headWords == 0 ? base : position(index);
      memory.take((long) headWords * DecodedMemory.WORD, start);
      return new Head(memory, start, headWords);
    }

    /**
     * A {@code T[]} behind the offset in a word.
     *
     * @param index of the word with the offset
     * @param elementHeadWords how many words the head of one element has: 1 for a value and for
     *     {@code bytes} or {@code T[]}; for a struct, static or dynamic, its own
     * @param dynamicElements whether elements stand behind offsets
     * @return the elements
     * @throws AbiDecodeException by the rules of {@link AbiReader}
     */
    public Items array(int index, int elementHeadWords, boolean dynamicElements) {
      requireWords(elementHeadWords);
      long start = target(index);
      int size = memory.arrayLength(start, dynamicElements ? 1 : elementHeadWords);
      return new Items(
          memory, (int) start + DecodedMemory.WORD, size, elementHeadWords, dynamicElements);
    }

    /**
     * A {@code T[]} behind the offset in a word, which the contract leaves in its calldata ({@code
     * T[] calldata}). There any length that does not fit is a revert without data, 2^64 and more
     * too, and elements are checked only when they are read.
     *
     * @param index of the word with the offset
     * @param elementWords how many words one element has, which must be static
     * @return the elements
     * @throws AbiDecodeException with a revert without data
     */
    public Items calldataArray(int index, int elementWords) {
      requireWords(elementWords);
      long start = target(index);
      int size = memory.calldataLength(start, elementWords);
      return new Items(memory, (int) start + DecodedMemory.WORD, size, elementWords, false);
    }

    private static void requireWords(int elementWords) {
      if (elementWords < 1) {
        throw new IllegalArgumentException("an element has " + elementWords + " words");
      }
    }

    private int position(int index) {
      if (index < 0 || index >= words) {
        throw new IndexOutOfBoundsException("word " + index + " of a head of " + words + " words");
      }
      return base + index * DecodedMemory.WORD;
    }

    private long target(int index) {
      return memory.target(base, position(index));
    }

    private int small(int index, int max, String type) {
      int at = position(index);
      Bytes data = memory.data();
      long low = data.getLong(at + 24);
      if ((data.getLong(at) | data.getLong(at + 8) | data.getLong(at + 16)) != 0
          || low < 0
          || low > max) {
        throw misfit(index, type);
      }
      return (int) low;
    }

    private AbiDecodeException misfit(int index, String type) {
      return memory.refused(bytes32(index) + " is no " + type, position(index));
    }
  }

  /**
   * The elements of a {@code T[]}. As a {@link Head} its words are those behind the length: values
   * in place, or offsets from there to the elements. So {@code address(k)} is an element of an
   * {@code address[]}, {@code bytes(k)} of a {@code bytes[]} and {@code array(k, …)} of a {@code
   * T[][]}.
   */
  public static final class Items extends Head {
    private final int size;
    private final int elementHeadWords;
    private final boolean dynamicElements;

    Items(DecodedMemory memory, int base, int size, int elementHeadWords, boolean dynamicElements) {
      super(memory, base, dynamicElements ? size : size * elementHeadWords);
      this.size = size;
      this.elementHeadWords = elementHeadWords;
      this.dynamicElements = dynamicElements;
    }

    /**
     * How many elements there are.
     *
     * @return the length of the array
     */
    public int size() {
      return size;
    }

    /**
     * One struct of an array of structs, in place or behind its offset.
     *
     * @param index of the element, from 0
     * @return its head
     * @throws AbiDecodeException by the rules of {@link AbiReader}
     */
    public Head element(int index) {
      return dynamicElements
          ? tuple(index, elementHeadWords)
          : inline(Math.multiplyExact(index, elementHeadWords), elementHeadWords);
    }
  }
}
