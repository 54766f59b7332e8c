// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.picture;

/**
 * A chain or subnet of a picture, which is drawn as one band through time.
 *
 * <p>Immutable and thread-safe.
 *
 * @param name as timelines have it, such as {@code L1}, {@code root} or {@code games/chess}
 * @param depth how far it is from the root of its tree; 0 for the root and for L1
 */
public record Lane(String name, int depth) {
  /**
   * Checks the depth.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Lane {
    if (depth < 0) {
      throw new IllegalArgumentException(
          "lane " + name + ": found depth " + depth + ", must not be negative");
    }
  }
}
