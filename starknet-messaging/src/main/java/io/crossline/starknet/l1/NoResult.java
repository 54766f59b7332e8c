// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l1;

/**
 * What an operation returns that has nothing to tell but that it took place.
 *
 * <p>Thread-safe.
 */
public enum NoResult {
  /** The only value. */
  DONE
}
