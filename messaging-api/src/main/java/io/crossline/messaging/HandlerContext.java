// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

/**
 * What a handler may use while it runs; each system narrows it. A context is valid only during the
 * call it was made for, and only on the thread of that call. If the handler throws, everything done
 * through its context is undone.
 */
public interface HandlerContext extends Environment {
  /**
   * The handler's own state, which is rolled back with the frame and durable where there is a
   * store.
   *
   * @return the storage of the contract that runs
   */
  Storage storage();

  /**
   * Asks the protocol to deliver a message.
   *
   * @param message the message
   * @param value the coins to send along, in the smallest unit; 0 where the system carries none
   * @return the message as the protocol accepted it
   */
  Envelope send(Message message, UInt256 value);

  /**
   * Calls another contract of the same chain.
   *
   * @param target the contract
   * @param value the coins to send along
   * @param calldata what to give it
   * @return how the call ended; a revert of the called contract does not end this one
   */
  CallResult call(Address target, UInt256 value, Bytes calldata);

  /**
   * Emits a log.
   *
   * @param log the log; its emitter is the contract that runs
   */
  void emit(Log log);
}
