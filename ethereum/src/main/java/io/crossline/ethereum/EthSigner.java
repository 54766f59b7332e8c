// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import java.math.BigInteger;

/**
 * A private key of Ethereum. Signing takes no random number (RFC 6979): the same digest always
 * gives the same signature. Its text form does not show the key. The key is in the memory of this
 * process, and nothing hides how long signing takes: keys of value belong into a signer of their
 * own.
 *
 * <p>Immutable and thread-safe.
 */
public final class EthSigner {
  private final BigInteger key;
  private final EthAddress address;

  private EthSigner(BigInteger key) {
    this.key = key;
    this.address = Secp256k1.addressOf(key);
  }

  /**
   * A key.
   *
   * @param privateKey the private key, from 1 to the order of secp256k1 less 1
   * @return the key
   * @throws MalformedInputException if it is out of range; the message does not show it
   */
  public static EthSigner of(UInt256 privateKey) {
    if (!Secp256k1.isPrivateKey(privateKey)) {
      throw new MalformedInputException(
          "private key: must be from 1 to the order of secp256k1 less 1");
    }
    return new EthSigner(privateKey.toBigInteger());
  }

  /**
   * Whose key it is.
   *
   * @return the address that Ethereum gives to the public key
   */
  public EthAddress address() {
    return address;
  }

  /**
   * Signs a digest.
   *
   * @param digest what is signed
   * @return 65 bytes: r, s, and 27 or 28
   */
  public Bytes sign(Bytes32 digest) {
    return Secp256k1.sign(key, digest);
  }

  /** Whose key it is; not the key. */
  @Override
  public String toString() {
    return "key of " + address;
  }
}
