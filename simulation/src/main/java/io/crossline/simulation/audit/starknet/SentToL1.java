// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.audit.starknet;

import io.crossline.messaging.Bytes32;

/**
 * A message that L2 sent to L1.
 *
 * @param hash its hash, under which L1 counts it
 * @param cutHash the hash of what its event on L1 shows; another one only if the receiver has more
 *     than 160 bits (trap 12)
 */
record SentToL1(Bytes32 hash, Bytes32 cutHash) {
  boolean canBeConsumed() {
    return hash.equals(cutHash);
  }
}
