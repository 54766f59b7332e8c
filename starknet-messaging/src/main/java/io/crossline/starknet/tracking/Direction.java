// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

/**
 * Which way a message goes. Each direction has a state machine of its own.
 *
 * <p>Thread-safe.
 */
public enum Direction {
  /** Sent with {@code sendMessageToL2}, handled by an {@code l1_handler}. */
  L1_TO_L2("L1 → L2"),
  /** Sent with {@code send_message_to_l1}, consumed with {@code consumeMessageFromL2}. */
  L2_TO_L1("L2 → L1");

  private final String text;

  Direction(String text) {
    this.text = text;
  }

  /** Such as {@code L1 → L2}. */
  @Override
  public String toString() {
    return text;
  }
}
