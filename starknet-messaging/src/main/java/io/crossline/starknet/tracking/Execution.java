// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import io.crossline.starknet.Felt;
import java.util.Optional;

/**
 * What the handler of a message did on L2.
 *
 * <p>Immutable and thread-safe.
 *
 * @param at the block with its L1_HANDLER transaction
 * @param transactionHash that transaction
 * @param revertReason why it failed; nothing if it succeeded
 */
public record Execution(BlockPoint at, Felt transactionHash, Optional<String> revertReason) {}
