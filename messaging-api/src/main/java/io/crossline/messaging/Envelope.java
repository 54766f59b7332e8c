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
   * The hash that stays the same while the message travels from network to network. On Starknet,
   * where a message makes one step, it is the message hash; this is the default. In IPC it leaves
   * out the local nonce, which every gateway on the way sets anew. Two equal messages can have the
   * same tracing id: in IPC on their way down, and on Starknet from L2 to L1, where no nonce tells
   * them apart.
   *
   * @return the tracing id
   */
  default Bytes32 tracingId() {
    return hash();
  }
}
