// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Outcome;

/**
 * What became of one transaction of a block.
 *
 * @param index its place within the block, from 0
 * @param from who sent it
 * @param to the contract or account that it called
 * @param outcome the return data and the logs, or the revert
 */
public record Receipt(int index, EthAddress from, EthAddress to, Outcome<Bytes> outcome) {
  /**
   * How a store keeps receipts. A revert that only the contract could name is read as its data and
   * description.
   */
  public static final Codec<Receipt> CODEC = ReceiptCodec.RECEIPT;
}
