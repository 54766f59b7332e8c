// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.chain;

/**
 * The arguments of a function that takes none, or what one returns that has nothing to tell but
 * that it took place.
 *
 * <p>Thread-safe.
 */
public enum Nothing {
  /** The only value. */
  NOTHING
}
