// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.network;

/** Where a message stands in its network, in words: what its system knows more is in its type. */
public interface MessageStanding {
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
