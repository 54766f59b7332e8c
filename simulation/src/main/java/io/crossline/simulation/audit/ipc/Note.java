// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import java.util.List;

/** What is kept of a log until its block is final. */
sealed interface Note {
  /** A message goes down; {@code id} as the log tells it. */
  record Down(EthAddress actor, Sighting message, Bytes32 id) implements Note {}

  /** A message waits for the next batch. */
  record Queued(Bytes32 id) implements Note {}

  /** A message for elsewhere was stored. */
  record Stored(Bytes32 id) implements Note {}

  /** A stored message went on. */
  record Propagated(Bytes32 id) implements Note {}

  /** A checkpoint commits to so many messages. */
  record Commitment(long height, long count) implements Note {}

  /** The messages of a checkpoint. */
  record Batch(long height, List<Sighting> messages) implements Note {}

  /** A contract took a message. */
  record Handled(EthAddress contract, HandledLog what) implements Note {}
}
