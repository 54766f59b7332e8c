// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes32;
import java.util.List;

/**
 * What a tracker needs of a block of L2.
 *
 * @param info its number, and its timestamp in seconds since 1970
 * @param hash its hash
 * @param parentHash the hash of the block before
 * @param receipts the receipts of its transactions, in order
 */
public record ObservedL2Block(
    BlockInfo info, Bytes32 hash, Bytes32 parentHash, List<ObservedReceipt> receipts) {
  /** Copies the list. */
  public ObservedL2Block {
    receipts = List.copyOf(receipts);
  }
}
