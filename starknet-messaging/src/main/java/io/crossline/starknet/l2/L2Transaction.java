// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.hash.Keccak256;
import io.crossline.starknet.Felt;

/**
 * A transaction of L2: the handling of a message from L1, or the calls of an account.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public sealed interface L2Transaction permits L1HandlerTransaction, InvokeTransaction {
  /**
   * The transaction hash.
   *
   * @return the hash, computed anew at each call
   */
  Felt transactionHash();

  /**
   * The nonce: of the message that is handled, or of the account.
   *
   * @return the nonce
   */
  Felt nonce();

  /**
   * Absorbs the transaction, field by field, into a hash of many: much cheaper than its own hash.
   *
   * @param sponge what absorbs it
   */
  void absorbInto(Keccak256 sponge);
}
