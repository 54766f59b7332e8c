// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

import java.time.Instant;

/**
 * A request for cancellation that is running: L1 still holds the message, and L2 may still consume
 * it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param requested the block with the latest MessageToL2CancellationStarted; each one restarts the
 *     clock, and one that fails leaves no log and changes nothing
 * @param completableFrom from when on the core contract allows to complete it, by the timestamp of
 *     the block with the call; the exact second is allowed
 */
public record Cancellation(BlockPoint requested, Instant completableFrom) {}
