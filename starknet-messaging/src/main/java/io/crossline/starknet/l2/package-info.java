// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The L2 side: contracts with {@code @L1Handler} methods, what they see while they run, the blocks
 * in which they run, and the sequencer that turns confirmed messages of L1 into their calls.
 */
@NullMarked
package io.crossline.starknet.l2;

import org.jspecify.annotations.NullMarked;
