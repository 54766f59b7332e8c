// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

/**
 * How far a transaction of L2 is, in the words of JSON-RPC 0.10.
 *
 * <p>Thread-safe.
 */
public enum FinalityStatus {
  /** The node has it. */
  RECEIVED,
  /** The sequencer is to try it. */
  CANDIDATE,
  /** It ran, and its block is not closed yet. */
  PRE_CONFIRMED,
  /** It is in a block of L2. A message that it handles is still pending on L1. */
  ACCEPTED_ON_L2,
  /** A state update brought its block to L1. */
  ACCEPTED_ON_L1
}
