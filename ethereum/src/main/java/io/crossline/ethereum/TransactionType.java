// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import io.crossline.messaging.MalformedInputException;

/**
 * The types of transactions (EIP-2718) that can be read.
 *
 * <p>Thread-safe.
 */
public enum TransactionType {
  /** Without a type byte, with a chain id (EIP-155) or, before that, without one. */
  LEGACY(0),
  /** With an access list (EIP-2930). */
  ACCESS_LIST(1),
  /** With a fee market (EIP-1559). */
  FEE_MARKET(2),
  /** With blobs (EIP-4844), of which only the hashes are kept. */
  BLOB(3);

  private final int number;

  TransactionType(int number) {
    this.number = number;
  }

  /**
   * The number of the type.
   *
   * @return the byte in front of the transaction; 0 for legacy ones, which have none
   */
  public int number() {
    return number;
  }

  static TransactionType of(int number) {
    for (TransactionType type : values()) {
      if (type.number == number && type != LEGACY) {
        return type;
      }
    }
    throw new MalformedInputException(
        "transaction: found type " + number + ", can be read are 1, 2, 3 and legacy ones", 0);
  }
}
