// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * A receiver and a payload: what a contract asks its messaging system to deliver. An {@link
 * Envelope} is a message that the system has accepted, with its sender and its hash.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface Message {
  /**
   * The contract that the message is for.
   *
   * @return the receiver's address
   */
  Address to();

  /**
   * What the receiver is given, as the system writes it: the payload words of Starknet, the message
   * bytes of IPC.
   *
   * @return the payload
   */
  Bytes payload();
}
