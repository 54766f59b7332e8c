// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.follow;

import io.crossline.messaging.Bytes32;
import io.crossline.messaging.UInt64;

/**
 * A block is not the one that the follower knows under its number.
 *
 * <p>Thread-safe.
 */
public abstract sealed class UnequalBlockException extends FollowException
    permits ConflictingBlockException, DifferentContentException {
  private static final long serialVersionUID = 1L;

  private final transient UInt64 number;
  private final transient Bytes32 known;
  private final transient Bytes32 found;

  UnequalBlockException(String chain, UInt64 number, Bytes32 known, Bytes32 found, String message) {
    super(chain, message);
    this.number = number;
    this.known = known;
    this.found = found;
  }

  /**
   * The block in question.
   *
   * @return its number
   */
  public final UInt64 number() {
    return number;
  }

  /**
   * What was appended before.
   *
   * @return the hash of the block, or the digest of its content
   */
  public final Bytes32 known() {
    return known;
  }

  /**
   * What was appended now.
   *
   * @return the hash of the block, or the digest of its content
   */
  public final Bytes32 found() {
    return found;
  }
}
