// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The gateway of a network: the contract through which every cross-net message leaves, passes and
 * arrives. One file for each operation, named for it, with its checks in upstream's order.
 */
@NullMarked
package io.crossline.ipc.gateway;

import org.jspecify.annotations.NullMarked;
