// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.ipc;

import io.crossline.ipc.SubnetId;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/**
 * What balances and the views of the gateways show when a run has ended: the state behind the last
 * block that the auditor was shown of each network, without anything of an open block.
 *
 * <p>Called on the thread that audits.
 */
public interface IpcFinalState {
  /**
   * The coins of an account.
   *
   * @param network where
   * @param account whose
   * @return its balance, in the smallest unit
   */
  UInt256 balance(SubnetId network, EthAddress account);

  /**
   * All coins of a network, those at the burn address included.
   *
   * @param network the network
   * @return the sum of all balances, in the smallest unit
   */
  UInt256 totalCoins(SubnetId network);

  /**
   * {@code topDownNonce} of a child, at the gateway of its parent.
   *
   * @param child the child
   * @return the nonce that the next message down to it gets
   */
  UInt64 topDownNonce(SubnetId child);

  /**
   * {@code appliedBottomUpNonce} of a child, at the gateway of its parent.
   *
   * @param child the child
   * @return the nonce that the parent expects next from it
   */
  UInt64 appliedBottomUpNonce(SubnetId child);

  /**
   * {@code circSupply} of a child, at the gateway of its parent.
   *
   * @param child the child
   * @return what circulates in it by the parent's count, in the smallest unit
   */
  UInt256 circSupply(SubnetId child);

  /**
   * {@code appliedTopDownNonce} of a network's own gateway.
   *
   * @param network the network
   * @return the nonce that it expects next from its parent
   */
  UInt64 appliedTopDownNonce(SubnetId network);

  /**
   * {@code bottomUpNonce} of a network's own gateway.
   *
   * @param network the network
   * @return the nonce that its next message up gets
   */
  UInt64 bottomUpNonce(SubnetId network);

  /**
   * How many messages wait in the postbox of a network's gateway.
   *
   * @param network the network
   * @return the number of keys
   */
  long postboxSize(SubnetId network);

  /**
   * The height of the last checkpoint that a network's gateway committed.
   *
   * @param network the network
   * @return the block number, 0 if there was none
   */
  UInt256 lastCheckpointHeight(SubnetId network);
}
