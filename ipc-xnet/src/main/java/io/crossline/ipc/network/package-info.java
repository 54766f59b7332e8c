// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * A tree of IPC subnets in one process, under virtual time: each produces blocks, takes in its
 * parent's messages at finality and has its checkpoints relayed.
 */
@NullMarked
package io.crossline.ipc.network;

import org.jspecify.annotations.NullMarked;
