// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import io.crossline.core.hash.Keccak256;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;

/**
 * A signed transaction of Ethereum, as {@code eth_sendRawTransaction} takes it. Immutable.
 *
 * @param transaction what was signed
 * @param yParity which of two points r stands for
 * @param r the first half of the signature
 * @param s the second half
 */
public record SignedTransaction(EthTransaction transaction, boolean yParity, UInt256 r, UInt256 s) {
  /**
   * Reads a transaction.
   *
   * @param raw its encoding: RLP, behind the type byte unless it is a legacy one. One with blobs
   *     may come with these in the form of the network; they are passed over.
   * @return the transaction; whether the signature is one, {@link #sender} tells
   * @throws MalformedInputException if it is none that can be read, with the field or the offset
   */
  public static SignedTransaction decode(Bytes raw) {
    return TransactionCodec.decode(raw);
  }

  /**
   * The transaction as it stands in a block: without blobs.
   *
   * @return its encoding, which {@link #decode} reads
   */
  public Bytes encode() {
    return TransactionCodec.signed(this);
  }

  /**
   * What identifies the transaction.
   *
   * @return the Keccak-256 of its encoding
   */
  public Bytes32 hash() {
    return Keccak256.hash(encode());
  }

  /**
   * Who sent it.
   *
   * @return the address whose key signed
   * @throws SignatureException if the signature is none
   */
  public EthAddress sender() {
    Bytes signature =
        Bytes.concat(
            r.toBytes32().toBytes(), s.toBytes32().toBytes(), Bytes.of((byte) (yParity ? 1 : 0)));
    return Secp256k1.recover(transaction.signingHash(), signature);
  }
}
