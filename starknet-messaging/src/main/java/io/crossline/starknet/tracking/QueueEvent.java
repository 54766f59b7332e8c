// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.messaging.Envelope;
import io.crossline.messaging.UInt64;
import java.util.Optional;

/**
 * What the queue between the core contract and L2 tells the messages: all that the two halves of a
 * tracker share, so that each can run where its keys are.
 */
sealed interface QueueEvent {
  /** A block says something of a message, and may show the message whole. */
  record TakenIn(MessageKey message, Fact fact, Optional<Envelope> shown) implements QueueEvent {}

  /**
   * The block that said so is taken back.
   *
   * @param first the lowest block that is taken back with it
   */
  record TakenBack(MessageKey message, MessageEvent event, BlockPoint first)
      implements QueueEvent {}

  /** All that was lost with the blocks of a layer above a number is told. */
  record RolledBack(Layer layer, UInt64 to) implements QueueEvent {}

  /** The blocks of a layer up to a number cannot be taken back any more. */
  record SettledTo(Layer layer, UInt64 number) implements QueueEvent {}
}
