// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.messaging.UInt64;

/**
 * How busy the validators of a subnet were between two checkpoints: {@code
 * Consensus.AggregatedStats} in upstream's {@code structs/Activity.sol}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param totalActiveValidators how many made blocks
 * @param totalNumBlocksCommitted how many blocks they made
 */
public record AggregatedStats(UInt64 totalActiveValidators, UInt64 totalNumBlocksCommitted) {}
