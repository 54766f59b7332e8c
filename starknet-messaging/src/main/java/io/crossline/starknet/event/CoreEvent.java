// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.L2ToL1Message;

/**
 * An event of the core contract that concerns messages or the state ({@code
 * IStarknetMessagingEvents.sol}, {@code Starknet.sol}). Immutable values; {@link #toLog} and {@link
 * CoreEvents#decode} go both ways.
 */
public sealed interface CoreEvent
    permits CoreEvent.ToL2, CoreEvent.ToL1, LogStateTransitionFact, LogStateUpdate {
  /** An event about a message to L2. */
  sealed interface ToL2 extends CoreEvent
      permits LogMessageToL2,
          ConsumedMessageToL2,
          MessageToL2CancellationStarted,
          MessageToL2Canceled {
    /**
     * The message.
     *
     * @return the message; only the event of its sending tells the fee
     */
    L1ToL2Message message();
  }

  /** An event about a message to L1. */
  sealed interface ToL1 extends CoreEvent permits LogMessageToL1, ConsumedMessageToL1 {
    /**
     * The message.
     *
     * @return the message, its receiver as the log shows it
     */
    L2ToL1Message message();
  }

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
