// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.network.Network;
import io.crossline.core.network.StatusNotReachedException;
import java.time.Duration;
import java.util.List;

/** A network that runs a scenario: what both systems have in common for it. */
interface ScenarioRun extends AutoCloseable {
  /** The network. */
  Network<?> network();

  /**
   * Moves the clock until a message has a status of its system.
   *
   * @throws StatusNotReachedException if it did not get there; it says why
   */
  void await(String message, String status, Duration limit);

  /** Shows a recorder the finished blocks from now on. */
  void record(ChainRecorder recorder);

  /** Every message with its last status. */
  default List<ScenarioEnd.MessageLine> messages() {
    return network().messages().stream()
        .map(
            message ->
                new ScenarioEnd.MessageLine(
                    message.name(),
                    message.tracingId().toString(),
                    message.status().name(),
                    message.outcome()))
        .toList();
  }

  /** Where the messages are that the scenario wants traced, in lines for people. */
  default List<String> traces() {
    return List.of();
  }

  @Override
  default void close() {
    network().close();
  }
}
