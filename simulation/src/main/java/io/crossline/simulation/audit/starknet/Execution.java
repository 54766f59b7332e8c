// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.L2ToL1Message;
import java.util.List;
import java.util.Optional;

/**
 * What the receipt of a transaction in a block of L2 says.
 *
 * <p>Immutable and thread-safe.
 *
 * @param messageHash the hash of the message that it handled; nothing for a transaction of an
 *     account
 * @param nonce the transaction's nonce
 * @param succeeded false if it stands in the block as REVERTED
 * @param sent the messages to L1 that it sent, in order
 */
public record Execution(
    Optional<Bytes32> messageHash, UInt256 nonce, boolean succeeded, List<L2ToL1Message> sent) {
  /** Copies the list. */
  public Execution {
    sent = List.copyOf(sent);
  }

  /**
   * The handling of a message.
   *
   * @param messageHash the hash of the message that it handled
   * @param nonce the transaction's nonce
   * @param succeeded false if it stands in the block as REVERTED
   * @param sent the messages to L1 that it sent, in order
   */
  public Execution(
      Bytes32 messageHash, UInt256 nonce, boolean succeeded, List<L2ToL1Message> sent) {
    this(Optional.of(messageHash), nonce, succeeded, sent);
  }
}
