// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.EthAddress;
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

  /** The chain id as text. */
  @Override
  public String toString() {
    return id.toShortString();
  }
}
