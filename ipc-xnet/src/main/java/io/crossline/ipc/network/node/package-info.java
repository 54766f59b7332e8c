// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The nodes and relayers of a tree, and the chains that they run on. It knows the messages and no
 * facade.
 */
@NullMarked
package io.crossline.ipc.network.node;

import org.jspecify.annotations.NullMarked;
