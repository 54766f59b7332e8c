// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.Word;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Which entry point of an L2 contract is meant. The selector of a name is its Starknet keccak; the
 * two reserved names {@code __default__} and {@code __l1_default__} have selector 0, as the Cairo
 * compiler assigns it ({@code get_selector_from_name} of {@code starkware/starknet/public/abi.py}).
 *
 * <p>Immutable and thread-safe.
 *
 * @param value the selector as a felt
 */
public record Selector(Felt value) implements Word {
  /** Selector 0: the fallback entry point of Cairo 0 classes, not a missing selector. */
  public static final Selector DEFAULT = new Selector(Felt.ZERO);

  private static final String DEFAULT_NAME = "__default__";
  private static final String L1_DEFAULT_NAME = "__l1_default__";

  /** What is left of the first limb when the top six bits of the hash are cleared. */
  private static final long TOP_LIMB_MASK = -1L >>> 6;

  /**
   * Takes a word that is a felt.
   *
   * @param word the selector
   * @return the selector
   * @throws MalformedInputException if the word is no felt
   */
  public static Selector of(Word word) {
    return word instanceof Selector selector ? selector : new Selector(Felt.of(word));
  }

  /**
   * The selector of a function.
   *
   * @param name the function's name; a name with other than ASCII characters is hashed as UTF-8
   * @return its Starknet keccak, 0 for the two reserved names
   * @throws MalformedInputException if the name holds half of a surrogate pair
   */
  public static Selector ofName(String name) {
    return name.equals(DEFAULT_NAME) || name.equals(L1_DEFAULT_NAME)
        ? DEFAULT
        : new Selector(starknetKeccak(name));
  }

  /**
   * The Starknet keccak of a name: keccak256 with the top six bits cleared. It knows no reserved
   * names.
   *
   * @param name the name, hashed as UTF-8
   * @return a felt below 2^250
   * @throws MalformedInputException if the name holds half of a surrogate pair
   */
  public static Felt starknetKeccak(String name) {
    return starknetKeccak(utf8(name));
  }

  /**
   * The Starknet keccak of bytes.
   *
   * @param data the bytes
   * @return a felt below 2^250
   */
  public static Felt starknetKeccak(Bytes data) {
    Bytes32 hash = Keccak256.hash(data);
    return Felt.ofLimbs(hash.limb(0) & TOP_LIMB_MASK, hash.limb(1), hash.limb(2), hash.limb(3));
  }

  private static Bytes utf8(String name) {
    try {
      ByteBuffer bytes =
          StandardCharsets.UTF_8
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .encode(CharBuffer.wrap(name));
      return Bytes.copyOf(bytes.array(), 0, bytes.limit());
    } catch (CharacterCodingException e) {
      // Replacing it by a question mark, as String.getBytes does, would give two names one
      // selector.
      throw new MalformedInputException("selector: the name holds half of a surrogate pair");
    }
  }

  @Override
  public long limb(int index) {
    return value.limb(index);
  }

  /** The felt's text form. */
  @Override
  public String toString() {
    return value.toString();
  }
}
