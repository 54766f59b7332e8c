// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Revert;
import io.crossline.messaging.UInt256;

/**
 * Why a transaction did not begin: who sent it does not have the coins that go with it. A chain has
 * no data for that, so its receipt says no more than that it reverted without data.
 *
 * <p>Immutable and thread-safe.
 *
 * @param account who sent it
 * @param owned what the account has, in the smallest unit
 * @param needed what goes with the transaction
 */
public record CoinsMissing(EthAddress account, UInt256 owned, UInt256 needed) implements Revert {
  @Override
  public Bytes data() {
    return Bytes.EMPTY;
  }

  /** Such as {@code 0x…b1 has 5 and 30000 are needed}. */
  @Override
  public String description() {
    return account + " has " + owned + " and " + needed + " are needed";
  }
}
