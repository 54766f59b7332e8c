// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.l1.StarknetCore;

/**
 * What a core contract and its fee collector have at one moment, apart from the entries of maps.
 *
 * @param nonce the nonce of the next message
 * @param contract the contract's ether
 * @param collector the collector's ether
 */
record CoreStanding(UInt256 nonce, UInt256 contract, UInt256 collector) {
  /** What a new contract has. */
  static final CoreStanding NEW = new CoreStanding(UInt256.ZERO, UInt256.ZERO, UInt256.ZERO);

  static CoreStanding of(StarknetCore core, EthAddress collector) {
    return new CoreStanding(
        core.l1ToL2MessageNonce(),
        core.chain().balance(core.address()),
        core.chain().balance(collector));
  }

  /** The moment before value came in. */
  CoreStanding without(UInt256 value) {
    return new CoreStanding(nonce, contract.minus(value), collector);
  }
}
