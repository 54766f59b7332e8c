// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The messages of a tree: where each is, what its timeline says of it, and how that is undone with
 * the blocks that it rests on. It knows no node and no facade: what it reads of a network is in
 * {@link io.crossline.ipc.network.message.TrackedNetwork}.
 */
@NullMarked
package io.crossline.ipc.network.message;

import org.jspecify.annotations.NullMarked;
