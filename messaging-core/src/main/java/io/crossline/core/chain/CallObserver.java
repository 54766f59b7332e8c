// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.function.Consumer;

/**
 * Sees every call that a contract makes with calldata ({@link Frame#call}), also of addresses
 * without code and also those that are undone later. Transactions themselves and typed calls
 * ({@link Frame#enter}) are not shown. It is called in the middle of what it sees, as a part of the
 * chain: it must not touch the chain, and what it throws comes out of the transaction.
 *
 * <p>Called on the thread that runs the chain.
 */
@FunctionalInterface
public interface CallObserver {
  /**
   * A contract calls an address.
   *
   * @param from the contract
   * @param to the address
   * @param coins what it sends along
   * @param calldata what it gives
   * @return takes how the call ended, after all calls within it
   */
  Consumer<CallResult> calls(EthAddress from, EthAddress to, UInt256 coins, Bytes calldata);

  /**
   * A block ended: the calls since the end of the block before were in it.
   *
   * @param block the block
   */
  default void sealed(Block<Receipt> block) {}

  /**
   * What ran after a block is undone.
   *
   * @param last the number of the block
   */
  default void undone(UInt64 last) {}
}
