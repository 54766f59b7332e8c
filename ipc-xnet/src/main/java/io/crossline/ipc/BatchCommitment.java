// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;

/**
 * What a checkpoint says of the bottom-up messages in it: {@code BottomUpBatch.Commitment} in
 * upstream's {@code structs/BottomUpBatch.sol}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param totalNumMsgs how many there are
 * @param msgsRoot the root of the {@link io.crossline.ipc.merkle.StandardMerkleTree} over them,
 *     zero for none
 */
public record BatchCommitment(UInt64 totalNumMsgs, Bytes32 msgsRoot) {}
