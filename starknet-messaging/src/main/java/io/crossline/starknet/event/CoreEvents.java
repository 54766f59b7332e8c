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
 * Finds the events of a core contract in logs, as receipts and {@code eth_getLogs} give them.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class CoreEvents {
  private CoreEvents() {}

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
  public static Optional<CoreEvent> decode(Log log) {
    return EventDecoder.decode(log);
  }

  /**
   * Understands a log of the time when messages had no nonce.
   *
   * @param log a log of the core contract; the caller has looked at its emitter
   * @return the event, or nothing if the log is another one of the contract's
   * @throws MalformedInputException as {@link #decode} does
   */
  public static Optional<EventBeforeNonces> decodeBeforeNonces(Log log) {
    return EventDecoder.decodeBeforeNonces(log);
  }

  /**
   * Picks the events of a core contract out of logs of many contracts, as a receipt holds them.
   *
   * @param core the core contract; logs of other emitters are passed over, whatever their topics
   * @param logs the logs
   * @return the events, in order
   * @throws MalformedInputException as {@link #decode} does
   */
  public static List<CoreEvent> decodeAll(EthAddress core, List<Log> logs) {
    List<CoreEvent> events = new ArrayList<>();
    for (Log log : logs) {
      if (log.emitter().equals(core)) {
        decode(log).ifPresent(events::add);
      }
    }
    return Collections.unmodifiableList(events);
  }
}
