// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

/**
 * A function of the core contract that somebody may call to move a message on.
 *
 * <p>Thread-safe.
 */
public enum CoreFunction {
  /** Sends a message, again or for the first time. */
  SEND("sendMessageToL2"),
  /** Asks for the cancellation of a message, and starts its clock anew. */
  START_CANCELLATION("startL1ToL2MessageCancellation"),
  /** Completes a cancellation. */
  CANCEL("cancelL1ToL2Message"),
  /** Consumes a message from L2. */
  CONSUME("consumeMessageFromL2");

  private final String text;

  CoreFunction(String text) {
    this.text = text;
  }

  /** The function's name in the contract. */
  @Override
  public String toString() {
    return text;
  }
}
