// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.follow;

/**
 * A block does not fit what a follower has seen. The follower is unchanged.
 *
 * <p>Thread-safe.
 */
public abstract class FollowException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String chain;

  FollowException(String chain, String message) {
    super(chain + ": " + message);
    this.chain = chain;
  }

  /**
   * The chain that the block is of.
   *
   * @return what people call it, such as {@code L1} or {@code games}
   */
  public final String chain() {
    return chain;
  }
}
