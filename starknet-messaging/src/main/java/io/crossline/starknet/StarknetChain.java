// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A Starknet network: the chain id that its transaction hashes hold, and where its core contract
 * lives on L1.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the chain id, a short string such as {@code SN_MAIN}
 * @param coreContract the address of the core contract (its proxy) on the network's L1, if there is
 *     one
 */
public record StarknetChain(Felt id, Optional<EthAddress> coreContract) {
  private static final int MAX_DIGITS = 80;

  /** Starknet's main network, settled on Ethereum. */
  public static final StarknetChain MAINNET =
      of("SN_MAIN", EthAddress.parse("0xc662c410C0ECf747543f5bA90660f6ABeBD9C8c4"));

  /** Starknet's public test network, settled on Ethereum Sepolia. */
  public static final StarknetChain SEPOLIA =
      of("SN_SEPOLIA", EthAddress.parse("0xE2Bb56ee936fd6433DC0F6e7e3b8365C906AA057"));

  /**
   * A network of one's own.
   *
   * @param name its chain id as text, 1 to 31 ASCII characters
   * @param coreContract the address of its core contract
   * @return the network
   */
  public static StarknetChain of(String name, EthAddress coreContract) {
    return new StarknetChain(Felt.fromShortString(name), Optional.of(coreContract));
  }

  /**
   * A network of which only the chain id is known.
   *
   * @param name its chain id as text, 1 to 31 ASCII characters
   * @return the network
   */
  public static StarknetChain of(String name) {
    return new StarknetChain(Felt.fromShortString(name), Optional.empty());
  }

  /**
   * Reads a chain id as people and nodes write it.
   *
   * @param text a number if it is all decimal digits, hexadecimal behind {@code 0x}, otherwise 1 to
   *     31 printable ASCII characters such as {@code SN_MAIN}
   * @return the chain id
   * @throws MalformedInputException if it is none of these, or a number that is no felt
   */
  public static Felt parseId(String text) {
    if (text.startsWith("0x")) {
      return Felt.parse(text);
    }
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return decimal(text);
    }
    if (text.isEmpty() || !text.chars().allMatch(StarknetChain::isPrintable)) {
      throw new MalformedInputException(
          "chain id: must be decimal digits, 0x and hexadecimal digits, or 1 to 31 printable ASCII"
              + " characters");
    }
    return Felt.fromShortString(text);
  }

  private static Felt decimal(String text) {
    BigInteger number = new BigInteger(text.length() > MAX_DIGITS ? "0" : text);
    if (text.length() > MAX_DIGITS || number.bitLength() > 256 || !Felt.fits(UInt256.of(number))) {
      throw new MalformedInputException("chain id: " + text + " is not below the Stark prime");
    }
    return Felt.of(UInt256.of(number));
  }

  private static boolean isPrintable(int character) {
    return character >= ' ' && character < 0x7f;
  }

  /** The chain id as text if it is printable, otherwise in hexadecimal. */
  @Override
  public String toString() {
    try {
      String text = id.toShortString();
      if (!text.isEmpty() && text.chars().allMatch(StarknetChain::isPrintable)) {
        return text;
      }
    } catch (MalformedInputException noText) {
      // It is a number then.
    }
    return id.toString();
  }
}
