// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;

/**
 * What L1 holds when a run has ended, as views of the core contract and balances show it. Asked
 * several times for each message; constant during the audit.
 *
 * <p>Called on the thread that audits.
 */
public interface FinalState {
  /**
   * {@code l1ToL2Messages} of the core contract.
   *
   * @param messageHash a message to L2
   * @return fee + 1 if it is pending, 0 if not
   */
  UInt256 l1ToL2Messages(Bytes32 messageHash);

  /**
   * {@code l2ToL1Messages} of the core contract.
   *
   * @param messageHash a message to L1
   * @return how many of them wait
   */
  UInt256 l2ToL1Messages(Bytes32 messageHash);

  /**
   * {@code l1ToL2MessageCancellations} of the core contract.
   *
   * @param messageHash a message to L2
   * @return the time of the latest accepted request in seconds since 1970, 0 if there was none
   */
  UInt256 cancellationRequestedAt(Bytes32 messageHash);

  /**
   * {@code l1ToL2MessageNonce} of the core contract.
   *
   * @return the nonce that the next message to L2 gets
   */
  UInt256 nextNonce();

  /**
   * {@code stateBlockNumber} of the core contract.
   *
   * @return the last L2 block that is settled, as the 256 bits that the contract keeps: -1 is 2^256
   *     - 1
   */
  UInt256 l2BlockNumber();

  /**
   * The coins of an account on L1.
   *
   * @param account the account
   * @return its balance in wei
   */
  UInt256 balance(EthAddress account);

  /**
   * All coins on L1.
   *
   * @return the sum of all balances in wei
   */
  UInt256 totalBalance();
}
