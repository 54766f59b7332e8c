// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.HandlerContext;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;

/**
 * What a contract on L2 may use while it runs.
 *
 * <p>Not thread-safe: it is good for the call that it was made for, on its thread.
 */
public interface L2Context extends HandlerContext {
  /** The address of the contract that runs. */
  @Override
  Felt self();

  /** The calling contract or account; 0 for a call that came from L1. */
  @Override
  Felt caller();

  /**
   * The L1 contract whose message is being handled.
   *
   * @return the sender on L1; in a transaction of an account there is none, and the call fails
   */
  EthAddress l1Sender();

  /**
   * The nonce of the message being handled, or of the account's transaction.
   *
   * @return the nonce that the core contract gave the message
   */
  UInt256 nonce();

  /**
   * Sends a message to a contract on L1. It leaves only if the whole transaction succeeds.
   *
   * @param to the receiver, not zero
   * @param payload felts only
   * @return the message
   * @throws CairoPanic if the receiver is zero or a word of the payload is no felt
   */
  default L2ToL1Message sendMessageToL1(EthAddress to, Payload payload) {
    if (to.isZero()) {
      throw new CairoPanic("ZERO_L1_ADDRESS");
    }
    return sendMessageToL1Syscall(Felt.of(to), payload);
  }

  /**
   * Runs an {@link External} method of a declared class in this contract's place: it sees this
   * contract's storage, address and caller, and the messages it sends come from this contract.
   *
   * @param classHash the class
   * @param calldata words of 32 bytes: the selector, then the arguments
   * @return what it returned, or its panic data; a failure does not end this call
   */
  CallResult libraryCall(Felt classHash, Bytes calldata);

  /**
   * The bare {@code send_message_to_l1} syscall. The blockifier of v0.13 and v0.14 refuses a
   * receiver of 2^160 or more, later code does not: see {@link L2Rules}.
   *
   * @param to the receiver
   * @param payload felts only
   * @return the message
   * @throws CairoPanic if the rules refuse the receiver, or a word of the payload is no felt
   */
  L2ToL1Message sendMessageToL1Syscall(Felt to, Payload payload);
}
