// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;

/**
 * An event of the core contract that concerns messages or the state ({@code
 * IStarknetMessagingEvents.sol}, {@code Starknet.sol}). Immutable values; {@link #toLog} and {@link
 * CoreEvents#decode} go both ways.
 */
public sealed interface CoreEvent
    permits LogMessageToL2,
        LogMessageToL1,
        ConsumedMessageToL1,
        ConsumedMessageToL2,
        MessageToL2CancellationStarted,
        MessageToL2Canceled,
        LogStateTransitionFact,
        LogStateUpdate {
  /**
   * The event's name in the contract.
   *
   * @return such as {@code LogMessageToL2}
   */
  default String name() {
    return getClass().getSimpleName();
  }

  /**
   * The log that the contract emits.
   *
   * @param core the core contract
   * @return the log, encoded as solc does
   */
  Log toLog(EthAddress core);
}
