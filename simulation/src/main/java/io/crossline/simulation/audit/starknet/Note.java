// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Int256;

/** What the auditor keeps of a log of the core contract until its block is final. */
sealed interface Note {
  /** LogMessageToL2; the fee is 0 where the log has none. */
  record Sent(Bytes32 hash, UInt256 nonce, UInt256 fee, boolean isFelts) implements Note {}

  /** MessageToL2CancellationStarted. */
  record Requested(Bytes32 hash) implements Note {}

  /** MessageToL2Canceled. */
  record Cancelled(Bytes32 hash) implements Note {}

  /** ConsumedMessageToL2. */
  record Consumed(Bytes32 hash) implements Note {}

  /** LogMessageToL1, whose hash is that of the cut receiver. */
  record Arrived(Bytes32 cutHash) implements Note {}

  /** ConsumedMessageToL1. */
  record Taken(Bytes32 hash) implements Note {}

  /** LogStateUpdate. */
  record Settled(Int256 blockNumber) implements Note {}
}
