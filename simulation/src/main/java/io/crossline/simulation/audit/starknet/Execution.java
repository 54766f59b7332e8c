// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L2ToL1Message;
import java.util.List;

/**
 * What the receipt of an L1_HANDLER transaction in a block of L2 says.
 *
 * <p>Immutable and thread-safe.
 *
 * @param messageHash the hash of the message that it handled
 * @param nonce the transaction's nonce
 * @param succeeded false if it stands in the block as REVERTED
 * @param sent the messages to L1 that it sent, in order
 */
public record Execution(
    Bytes32 messageHash, UInt256 nonce, boolean succeeded, List<L2ToL1Message> sent) {
  /** Copies the list. */
  public Execution {
    sent = List.copyOf(sent);
  }
}
