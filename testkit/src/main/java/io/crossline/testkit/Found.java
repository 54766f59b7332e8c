// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.messaging.Envelope;
import java.util.List;

/**
 * What an assertion of a {@link Spy} found, to say more about it.
 *
 * <pre>{@code
 * spy.assertSent(m -> m.to(bridge)).times(2);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param <M> what messages are
 */
public final class Found<M extends Envelope> {
  private final List<M> messages;
  private final SpyReport<M> report;

  Found(List<M> messages, SpyReport<M> report) {
    this.messages = List.copyOf(messages);
    this.report = report;
  }

  /**
   * Asserts how many there were.
   *
   * @param expected how many; at least 1
   * @return this
   * @throws AssertionError if there were more or fewer; it lists all that the spy has seen
   * @throws IllegalArgumentException if less than 1 is expected
   */
  public Found<M> times(int expected) {
    if (expected < 1) {
      throw new IllegalArgumentException(
          "times: found " + expected + ", must be at least 1; say assertNot… for none");
    }
    if (messages.size() != expected) {
      throw report.failure(
          expected == 1 ? "exactly 1 message" : expected + " messages", messages.size());
    }
    return this;
  }

  /**
   * Asserts that there was exactly one.
   *
   * @return the message
   * @throws AssertionError if there were more; it lists all that the spy has seen
   */
  public M once() {
    times(1);
    return messages.get(0);
  }

  /**
   * The messages, to look at them closer.
   *
   * @return the messages in the order in which they were seen; at least one
   */
  public List<M> messages() {
    return messages;
  }
}
