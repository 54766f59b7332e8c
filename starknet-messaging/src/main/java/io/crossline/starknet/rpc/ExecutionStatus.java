// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

/**
 * What a transaction of L2 came to, in the words of JSON-RPC 0.10.
 *
 * <p>Thread-safe.
 */
public enum ExecutionStatus {
  /** It did what it was to do. */
  SUCCEEDED,
  /** It failed. An L1_HANDLER that failed consumes nothing: its message stays pending on L1. */
  REVERTED
}
