// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.quorum;

import io.crossline.ethereum.EthSigner;
import io.crossline.ipc.bottomup.CheckpointHeader;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;

/**
 * The key of a validator. Signing takes no random number (RFC 6979): the same header always gives
 * the same signature. Immutable; its text form does not show the key. For tests and simulations:
 * the key is in the memory of this process, and nothing hides how long signing takes.
 */
public final class ValidatorKey {
  private final EthSigner signer;

  private ValidatorKey(EthSigner signer) {
    this.signer = signer;
  }

  /**
   * A key.
   *
   * @param privateKey the private key, from 1 to the order of secp256k1 less 1
   * @return the key
   * @throws MalformedInputException if it is out of range
   */
  public static ValidatorKey of(UInt256 privateKey) {
    return new ValidatorKey(EthSigner.of(privateKey));
  }

  /**
   * Whose key it is.
   *
   * @return the address that Ethereum gives to the public key
   */
  public EthAddress address() {
    return signer.address();
  }

  /**
   * Signs a checkpoint.
   *
   * @param header what is signed
   * @return 65 bytes: r, s, and 27 or 28
   */
  public Bytes sign(CheckpointHeader header) {
    return signer.sign(QuorumVerifier.digest(header));
  }

  /** Whose key it is; not the key. */
  @Override
  public String toString() {
    return signer.toString();
  }
}
