// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.trace.Timeline;
import java.time.Duration;
import java.util.List;

/** A network that runs a scenario: what both systems have in common for it. */
interface ScenarioRun extends AutoCloseable {
  /** What the clock shows. */
  Duration time();

  /** Moves the clock. */
  void advance(Duration by);

  /**
   * Moves the clock until a message has a status; throws a RuntimeException that says why it did
   * not get there.
   */
  void await(String message, String status, Duration limit);

  /** What happened so far. */
  Timeline timeline();

  /** Every message with its last status. */
  List<ScenarioEnd.MessageLine> messages();

  /** Where the messages are that the scenario wants traced, in lines for people. */
  default List<String> traces() {
    return List.of();
  }

  @Override
  void close();
}
