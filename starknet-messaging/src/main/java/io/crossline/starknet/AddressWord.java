// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.Address;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.Word;

/**
 * An address as L1 keeps it in a message: any word of 256 bits, since the core contract does not
 * check that it is an address of either chain when a message is sent, cancelled or consumed. {@link
 * #toFelt} and {@link #toEthAddress} are its checked views. Text form: {@code 0x} and hexadecimal
 * digits without leading zeros.
 *
 * <p>Immutable and thread-safe.
 *
 * @param value the word that is hashed
 */
public record AddressWord(UInt256 value) implements Address, Word {
  /**
   * Takes any word.
   *
   * @param word the word, for instance a {@link Felt} or an {@link EthAddress}
   * @return the address word of the same value
   */
  public static AddressWord of(Word word) {
    if (word instanceof AddressWord same) {
      return same;
    }
    return new AddressWord(
        word instanceof UInt256 number
            ? number
            : UInt256.ofLimbs(word.limb(0), word.limb(1), word.limb(2), word.limb(3)));
  }

  /**
   * Reads the text form.
   *
   * @param text {@code 0x} and 1 to 64 hexadecimal digits, or decimal digits
   * @return the address word
   * @throws MalformedInputException if the text has another form
   */
  public static AddressWord parse(String text) {
    return new AddressWord(UInt256.parse(text));
  }

  /**
   * Whether the word can be an address on L2.
   *
   * @return true if it is below the Stark prime
   */
  public boolean isFelt() {
    return Felt.fits(value);
  }

  /**
   * The word as an address on L2.
   *
   * @return the felt of the same value
   * @throws MalformedInputException if it is no felt
   */
  public Felt toFelt() {
    return Felt.of(value);
  }

  /**
   * Whether the word can be an address on L1.
   *
   * @return true if it is below 2^160
   */
  public boolean isEthAddress() {
    return EthAddress.fits(value);
  }

  /**
   * The word as an address on L1.
   *
   * @return the address in its lower 160 bits
   * @throws MalformedInputException if the word is 2^160 or more
   */
  public EthAddress toEthAddress() {
    return EthAddress.of(value);
  }

  @Override
  public long limb(int index) {
    return value.limb(index);
  }

  /** The word as 32 big-endian bytes. */
  @Override
  public Bytes encoded() {
    return value.toBytes32().toBytes();
  }

  /** The text form, which {@link #parse} reads back. */
  @Override
  public String toString() {
    return value.toHexString();
  }
}
