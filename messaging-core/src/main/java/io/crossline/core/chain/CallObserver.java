// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import java.util.function.Consumer;

/**
 * Sees every call that a contract makes with calldata ({@link Frame#call}), also of addresses
 * without code and also those that are undone later. Transactions themselves and typed calls
 * ({@link Frame#enter}) are not shown. It only looks: it must not touch the chain.
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
}
