// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import java.time.Duration;
import java.util.List;

/**
 * How a scenario ended.
 *
 * <p>Immutable and thread-safe.
 *
 * @param time what the clock showed at the end
 * @param summary the messages by status, in words
 * @param cut whether it was stopped before its last step
 * @param messages each message with its whole id and its last status
 * @param traces the way of each message that the scenario wants traced, in lines
 */
public record ScenarioEnd(
    Duration time, String summary, boolean cut, List<MessageLine> messages, List<String> traces) {
  /** Copies the lists. */
  public ScenarioEnd {
    messages = List.copyOf(messages);
    traces = List.copyOf(traces);
  }

  /**
   * One message at the end.
   *
   * @param name its short name
   * @param id its message hash or tracing id
   * @param status its status
   * @param detail more that identifies it, such as a transaction hash; may be empty
   */
  public record MessageLine(String name, String id, String status, String detail) {}
}
