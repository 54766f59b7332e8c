// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.trace;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.UInt64;
import java.util.Optional;

/**
 * What the queues of gateways tell the messages: all that this half of {@link MessageTraces} gives
 * the other one.
 */
sealed interface QueueEvent {
  /** A network is followed from now on. */
  record Followed(TracedNetwork network) implements QueueEvent {}

  /** A log says something of a message. */
  record TakenIn(Sighting sighting) implements QueueEvent {}

  /** The block with the log is taken back. */
  record TakenBack(Sighting sighting) implements QueueEvent {}

  /**
   * The neighbour has taken in a message of a queue, so all with lower nonces too.
   *
   * @param nonce the highest nonce that is known to be taken in; nothing if none is any more
   */
  record PassedBy(QueueId queue, Optional<UInt64> nonce) implements QueueEvent {}

  /**
   * All that a block, or a rollback, says is told.
   *
   * @param head the latest block of the network; nothing if all were taken back
   * @param number up to which block nothing can be taken back any more
   */
  record SettledTo(SubnetId network, Optional<UInt64> head, Optional<UInt64> number)
      implements QueueEvent {}
}
