// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc.abi;

/**
 * The arguments of a function that takes none, or what one returns that returns nothing.
 *
 * <p>Thread-safe.
 */
public enum Nothing {
  /** The only value. */
  NOTHING
}
