// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.List;

/**
 * What an outside caller asks a chain to run.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from who sends it
 * @param to the contract or account to call
 * @param value the coins to send along, in the smallest unit
 * @param calldata what to give the contract
 * @param blobHashes the versioned hashes of its blobs
 */
public record Transaction(
    EthAddress from, EthAddress to, UInt256 value, Bytes calldata, List<Bytes32> blobHashes) {
  /** Copies the list of hashes. */
  public Transaction {
    blobHashes = List.copyOf(blobHashes);
  }

  /**
   * A transaction without blobs.
   *
   * @param from who sends it
   * @param to the contract or account to call
   * @param value the coins to send along, in the smallest unit
   * @param calldata what to give the contract
   * @return the transaction
   */
  public static Transaction of(EthAddress from, EthAddress to, UInt256 value, Bytes calldata) {
    return new Transaction(from, to, value, calldata, List.of());
  }
}
