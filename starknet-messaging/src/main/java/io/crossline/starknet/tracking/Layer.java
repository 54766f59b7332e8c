// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.tracking;

/**
 * One of the two chains that a message touches.
 *
 * <p>Thread-safe.
 */
public enum Layer {
  /** The chain with the core contract. */
  L1,
  /** Starknet. */
  L2
}
