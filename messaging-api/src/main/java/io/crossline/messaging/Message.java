// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * What a contract asks to have delivered: to whom, and what.
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
