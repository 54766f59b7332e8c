// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

/**
 * The codes of errors that Starknet nodes answer with, by the specification of their JSON-RPC.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class StarknetErrors {
  /** {@value}: Starknet nodes know no such contract (CONTRACT_NOT_FOUND). */
  public static final long CONTRACT_NOT_FOUND = 20;

  /** {@value}: Starknet nodes know no such block (BLOCK_NOT_FOUND). */
  public static final long BLOCK_NOT_FOUND = 24;

  /** {@value}: Starknet nodes know no such transaction (TXN_HASH_NOT_FOUND). */
  public static final long TXN_HASH_NOT_FOUND = 29;

  /** {@value}: the contract that a Starknet node ran has failed (CONTRACT_ERROR). */
  public static final long CONTRACT_ERROR = 40;

  private StarknetErrors() {}
}
