// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

/** A message to L2 that was sent and is neither consumed nor cancelled. */
final class Waiting {
  final Note.Sent sent;
  private boolean reverted;
  private boolean succeeded;

  Waiting(Note.Sent sent) {
    this.sent = sent;
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
