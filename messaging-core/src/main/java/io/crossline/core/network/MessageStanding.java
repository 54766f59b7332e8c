// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

import io.crossline.messaging.Bytes32;

/**
 * Where a message stands in its network, in words: what its system knows more is in its type.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface MessageStanding {
  /**
   * Its short name.
   *
   * @return the name by which the timeline calls it, such as {@code m1}
   */
  String name();

  /**
   * What identifies it on every chain.
   *
   * @return its {@link io.crossline.messaging.Envelope#tracingId() tracing id}
   */
  Bytes32 tracingId();

  /**
   * Where it is.
   *
   * @return a constant of its system's statuses
   */
  Enum<?> status();

  /**
   * Whether the passing of time can bring it somewhere, without a further call of anybody.
   *
   * @param status a status of its system
   * @return false if it will not get there by itself, or never
   */
  boolean canReach(Enum<?> status);

  /**
   * What came of it so far.
   *
   * @return a few words, such as how it was answered; empty if nothing
   */
  String outcome();

  /**
   * What people call the message.
   *
   * @return its short name in the timeline and what identifies it
   */
  String label();

  /**
   * Where it stands, what it waits for and what can be done.
   *
   * @return three lines or more, each indented and behind a line feed
   */
  String explained();
}
