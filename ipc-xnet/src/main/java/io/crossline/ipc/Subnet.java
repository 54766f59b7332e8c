// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;

/**
 * What a gateway keeps of a child: {@code Subnet} in upstream's {@code structs/Subnet.sol}, in the
 * order of its getter.
 *
 * <p>Immutable and thread-safe.
 *
 * @param stake the collateral that lies in the gateway, in the smallest unit of the collateral
 *     source
 * @param genesisEpoch the block in which the child registered
 * @param circSupply what circulates in the child, in the smallest unit of its supply source
 * @param topDownNonce the local nonce of the next message down to the child
 * @param appliedBottomUpNonce the local nonce expected of the next message up from the child
 * @param id the child's id, empty if it is not registered
 */
public record Subnet(
    UInt256 stake,
    UInt256 genesisEpoch,
    UInt256 circSupply,
    UInt64 topDownNonce,
    UInt64 appliedBottomUpNonce,
    SubnetId id) {
  /** What a gateway returns for a child that it does not know. */
  public static final Subnet NONE =
      new Subnet(
          UInt256.ZERO, UInt256.ZERO, UInt256.ZERO, UInt64.ZERO, UInt64.ZERO, SubnetId.EMPTY);
}
