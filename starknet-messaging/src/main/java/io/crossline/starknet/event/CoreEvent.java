// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.event;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * An event of the core contract that concerns messages or the state ({@code
 * IStarknetMessagingEvents.sol}, {@code Starknet.sol}). Immutable values; {@link #toLog} and {@link
 * #decode} go both ways.
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

  /**
   * Understands a log.
   *
   * @param log a log of the core contract; the caller has looked at its emitter
   * @return the event, or nothing if the log is another one of the contract's (of its proxy, its
   *     governance)
   * @throws MalformedInputException if topic 0 is that of an event and the rest does not fit it:
   *     another number of topics, an address topic above 160 bits, or data that Solidity would not
   *     decode
   */
  static Optional<CoreEvent> decode(Log log) {
    return EventDecoder.decode(log);
  }

  /**
   * Picks the events of a core contract out of logs of many contracts, as a receipt holds them.
   *
   * @param core the core contract; logs of other emitters are passed over, whatever their topics
   * @param logs the logs
   * @return the events, in order
   * @throws MalformedInputException as {@link #decode} does
   */
  static List<CoreEvent> decodeAll(EthAddress core, List<Log> logs) {
    List<CoreEvent> events = new ArrayList<>();
    for (Log log : logs) {
      if (log.emitter().equals(core)) {
        decode(log).ifPresent(events::add);
      }
    }
    return Collections.unmodifiableList(events);
  }
}
