// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import java.util.List;
import java.util.Optional;

/**
 * What the auditor keeps of an execution until it is final.
 *
 * @param message the message that ran
 * @param nonce the nonce of its transaction
 * @param succeeded whether the handler went through
 * @param sent what it sent to L1
 */
record Run(Optional<Bytes32> message, UInt256 nonce, boolean succeeded, List<SentToL1> sent) {
  /** The message that it handled, which it must be one to have. */
  Bytes32 hash() {
    return message.orElseThrow();
  }
}
