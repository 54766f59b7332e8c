// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * A message that a protocol has accepted and routes: it has a sender and cannot change any more.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface Envelope extends Message {
  /**
   * The contract that sent the message.
   *
   * @return the sender's address
   */
  Address from();

  /**
   * The coins or tokens that travel with the message, in the smallest unit. A Starknet fee is not
   * value.
   *
   * @return the value, 0 where the system carries none
   */
  UInt256 value();

  /**
   * The hash of the whole envelope, as the system's contracts compute it.
   *
   * @return the message hash (Starknet) or the envelope hash (IPC)
   */
  Bytes32 hash();

  /**
   * What stays the same while the message travels. On Starknet it is the message hash, which is
   * what this gives where a message type does not say more. In IPC it leaves out the local nonce,
   * which every hop sets anew, and may be the same for two equal messages.
   *
   * @return the tracing id
   */
  default Bytes32 tracingId() {
    return hash();
  }
}
