// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What nodes say in JSON, read and written, without a network client: logs and receipts of L1,
 * JSON-RPC 0.10 of Starknet, and the postman of starknet-devnet.
 */
@NullMarked
package io.crossline.starknet.rpc;

import org.jspecify.annotations.NullMarked;
