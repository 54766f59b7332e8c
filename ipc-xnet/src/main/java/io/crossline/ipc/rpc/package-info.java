// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/** Gateways' logs and receipts as nodes give them: Lotus for a root, fendermint for its subnets. */
@NullMarked
package io.crossline.ipc.rpc;

import org.jspecify.annotations.NullMarked;
