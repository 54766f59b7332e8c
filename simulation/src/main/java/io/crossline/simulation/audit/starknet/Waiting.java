// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.UInt256;

/** A message to L2 that was sent and is neither consumed nor cancelled. */
final class Waiting {
  private final UInt256 nonce;
  private final UInt256 fee;
  private final boolean felts;
  private boolean reverted;
  private boolean succeeded;

  Waiting(Note.Sent sent) {
    nonce = sent.nonce();
    fee = sent.fee();
    felts = sent.isFelts();
  }

  UInt256 nonce() {
    return nonce;
  }

  UInt256 fee() {
    return fee;
  }

  boolean isFelts() {
    return felts;
  }

  /** Whether it ran on the final L2, and failed. */
  boolean reverted() {
    return reverted;
  }

  /** Whether it ran on the final L2, and went through. */
  boolean succeeded() {
    return succeeded;
  }

  void ran(boolean success) {
    succeeded |= success;
    reverted |= !success;
  }
}
