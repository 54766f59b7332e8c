// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

import io.crossline.core.rpc.EthLog;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.event.CoreEvent;
import io.crossline.starknet.event.CoreEvents;
import java.util.Optional;

/**
 * The events of a core contract in logs as nodes report them.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class CoreLogs {
  private CoreLogs() {}

  /**
   * An event of a core contract as a log of which no more is known.
   *
   * @param event the event
   * @param core the core contract
   * @return the log, as if it were pending
   */
  public static EthLog of(CoreEvent event, EthAddress core) {
    return EthLog.of(event.toLog(core));
  }

  /**
   * The event of a core contract that a log is. Whether it was {@link EthLog#removed()} is for the
   * caller to look at.
   *
   * @param log the log
   * @param core the core contract
   * @return the event; nothing if another contract emitted the log, whatever its topics, or the
   *     contract has no such event
   * @throws MalformedInputException if topic 0 is that of an event and the rest does not fit it, or
   *     the log could not be read
   */
  public static Optional<CoreEvent> event(EthLog log, EthAddress core) {
    return log.address().equals(core) ? CoreEvents.decode(log.toLog()) : Optional.empty();
  }
}
