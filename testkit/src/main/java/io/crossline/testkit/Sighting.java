// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.testkit;

import io.crossline.messaging.Envelope;
import io.crossline.messaging.UInt64;

/**
 * What was seen of one message in one block.
 *
 * @param chain the name of the chain
 * @param block the number of the block
 * @param what what became of the message there
 * @param message the message
 * @param reason why it failed; empty if it did not
 * @param stands false if the block was taken back
 */
record Sighting<M extends Envelope>(
    String chain, UInt64 block, What what, M message, String reason, boolean stands) {
  /** What can be seen of a message. */
  enum What {
    SENT("sent"),
    HANDLED("handled"),
    FAILED("failed");

    final String word;

    What(String word) {
      this.word = word;
    }
  }

  Sighting<M> takenBack() {
    return new Sighting<>(chain, block, what, message, reason, false);
  }
}
