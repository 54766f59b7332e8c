// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.messaging.Bytes32;

/**
 * The activity of validators as it travels in checkpoints: {@code CompressedActivityRollup} in
 * upstream's {@code structs/Activity.sol}, whose only member is {@code consensus}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param stats the totals
 * @param dataRootCommitment the root of a Merkle tree over the share of each validator
 */
public record ActivityCommitment(AggregatedStats stats, Bytes32 dataRootCommitment) {}
