// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.HandlerContext;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;

/** What a contract on L2 may use while it runs. */
public interface L2Context extends HandlerContext {
  /** The address of the contract that runs. */
  @Override
  Felt self();

  /** The calling contract; 0 for a call that came from L1. */
  @Override
  Felt caller();

  /**
   * The L1 contract whose message is being handled.
   *
   * @return the sender on L1
   */
  EthAddress l1Sender();

  /**
   * The nonce of the message being handled.
   *
   * @return the nonce that the core contract gave it
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
   * The bare {@code send_message_to_l1} syscall, as the blockifier of v0.13 and v0.14 keeps it: a
   * receiver of 2^160 or more fails.
   *
   * @param to the receiver
   * @param payload felts only
   * @return the message
   * @throws CairoPanic if the receiver is no L1 address or a word of the payload is no felt
   */
  L2ToL1Message sendMessageToL1Syscall(Felt to, Payload payload);
}
