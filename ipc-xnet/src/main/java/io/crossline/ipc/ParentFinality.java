// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt256;

/**
 * A block of the parent network that a subnet takes for final: {@code ParentFinality} in upstream's
 * {@code structs/CrossNet.sol}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param height the block's number
 * @param blockHash its hash
 */
public record ParentFinality(UInt256 height, Bytes32 blockHash) {
  /** What a gateway holds before any was committed. */
  public static final ParentFinality NONE = new ParentFinality(UInt256.ZERO, Bytes32.ZERO);
}
