// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The values of IPC's cross-net messaging as its contracts keep them: subnet ids, addresses,
 * envelopes, the messages within, and the errors. Behaviour follows consensus-shipyard/ipc at
 * commit {@code ce27bc4a}.
 */
@NullMarked
package io.crossline.ipc;

import org.jspecify.annotations.NullMarked;
