// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.Envelope;
import java.util.Optional;

/**
 * One event of one message in one block.
 *
 * @param message the message, where the block holds it whole
 * @param transactionHash the L1_HANDLER transaction, of what a handler did
 * @param reason why, where there is something to say
 */
record Fact(
    MessageEvent event,
    BlockPoint at,
    Optional<Envelope> message,
    Optional<ObservedReceipt> receipt,
    Optional<String> reason) {

  static Fact of(MessageEvent event, BlockPoint at) {
    return new Fact(event, at, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Fact of(MessageEvent event, BlockPoint at, Envelope message) {
    return new Fact(event, at, Optional.of(message), Optional.empty(), Optional.empty());
  }

  static Fact because(MessageEvent event, BlockPoint at, String reason) {
    return new Fact(event, at, Optional.empty(), Optional.empty(), Optional.of(reason));
  }
}
