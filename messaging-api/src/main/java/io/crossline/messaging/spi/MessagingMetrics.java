// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging.spi;

import java.time.Duration;

/**
 * Is told how messaging goes, to hand it on to whatever the operator watches. Called on the threads
 * that do the work: it should be quick, must be thread-safe, and what it throws is its own fault
 * and stops nothing.
 */
public interface MessagingMetrics {
  /** Tells nobody. */
  MessagingMetrics NONE = new MessagingMetrics() {};

  /**
   * How many messages stand where.
   *
   * @param route the way they go, such as {@code L1>L2} or {@code root>games}
   * @param status the name of their status
   * @param messages how many there are now
   */
  default void backlog(String route, String status, long messages) {}

  /**
   * How long the oldest message that is not finished has been on its way.
   *
   * @param route the way it goes
   * @param age by the clock of the network; zero if there is no such message
   */
  default void oldestPending(String route, Duration age) {}

  /**
   * A message of a route got on.
   *
   * @param route the way it goes
   * @param at the clock of the network, from its beginning
   */
  default void progress(String route, Duration at) {}

  /**
   * A commit is safe.
   *
   * @param latency from the collection of what changed until it was safe
   * @param writes how many entries it wrote
   * @param bytes their keys and values
   */
  default void committed(Duration latency, int writes, long bytes) {}

  /**
   * How far a listener is behind.
   *
   * @param listener its name
   * @param events how many committed events it has not dealt with
   */
  default void lag(String listener, long events) {}
}
