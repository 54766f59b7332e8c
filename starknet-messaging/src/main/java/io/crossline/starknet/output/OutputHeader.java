// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.output;

import io.crossline.messaging.UInt256;
import java.util.Optional;

/**
 * The header of a program output, of any layout. What a layout does not have is empty. Immutable.
 *
 * @param layout which layout it has
 * @param previousRoot the root before the update
 * @param newRoot the root after it
 * @param previousBlockNumber the block number before it, P - 1 for none; from ten words on
 * @param newBlockNumber the block number after it
 * @param previousBlockHash the block hash before it; from ten words on
 * @param newBlockHash the block hash after it; from five words on
 * @param osProgramHash the hash of the OS program where an aggregator ran over its output,
 *     otherwise 0; from ten words on
 * @param configHash the hash of the network's configuration
 * @param useKzgDa whether the data is in blobs and a KZG segment follows
 */
public record OutputHeader(
    ProgramOutputLayout layout,
    UInt256 previousRoot,
    UInt256 newRoot,
    Optional<UInt256> previousBlockNumber,
    UInt256 newBlockNumber,
    Optional<UInt256> previousBlockHash,
    Optional<UInt256> newBlockHash,
    Optional<UInt256> osProgramHash,
    UInt256 configHash,
    boolean useKzgDa) {}
