// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** The JSON-RPC of Ethereum nodes: its envelope, logs, receipts and blocks, read and written. */
@NullMarked
package io.crossline.core.rpc;

import org.jspecify.annotations.NullMarked;
