// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The Merkle tree over the bottom-up messages of one checkpoint: its leaves, its root and the
 * proofs that a message is in it, as the node builds and {@code LibBottomUpBatch} checks them.
 */
@NullMarked
package io.crossline.ipc.merkle;

import org.jspecify.annotations.NullMarked;
