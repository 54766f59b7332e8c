// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiReader;
import io.crossline.core.abi.AbiWriter;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;

/**
 * What a subnet counts its supply or its collateral in: {@code Asset} in upstream's {@code
 * structs/Subnet.sol}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind coins or a token
 * @param tokenAddress the token contract in the parent network, zero for coins
 */
public record Asset(AssetKind kind, EthAddress tokenAddress) {
  /** The coins of the parent network. */
  public static final Asset NATIVE = new Asset(AssetKind.NATIVE, EthAddress.ZERO);

  /**
   * A token.
   *
   * @param token its contract in the parent network
   * @return the asset
   */
  public static Asset erc20(EthAddress token) {
    return new Asset(AssetKind.ERC20, token);
  }

  /**
   * The ABI encoding, as a getter returns it.
   *
   * @return two words
   */
  public Bytes encoded() {
    AbiWriter out = AbiWriter.ofThread();
    writeTo(out);
    return out.toBytes();
  }

  /**
   * Reads what {@link #encoded} gives, as laxly as Solidity.
   *
   * @param data the ABI encoding
   * @return the asset
   * @throws io.crossline.core.abi.AbiDecodeException if Solidity would revert, as for a kind above
   *     1
   */
  public static Asset decode(Bytes data) {
    return read(new AbiReader(data).head(2));
  }

  /**
   * Writes the struct, two words, for codecs of what contains it.
   *
   * @param out where to
   */
  public void writeTo(AbiWriter out) {
    out.number(kind.code());
    out.word(tokenAddress);
  }

  /**
   * Reads the struct of a head area.
   *
   * @param struct the two words of the struct
   * @return the asset
   * @throws io.crossline.core.abi.AbiDecodeException if Solidity would revert, as for a kind above
   *     1
   */
  public static Asset read(AbiReader.Head struct) {
    AssetKind kind = AssetKind.read(struct, 0);
    return new Asset(kind, struct.address(1));
  }
}
