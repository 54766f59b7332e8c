// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

/**
 * Which way an envelope is treated at a gateway: {@code IPCMsgType} in upstream's {@code
 * CrossMsgHelper.sol}.
 *
 * <p>Thread-safe.
 */
public enum Direction {
  /** From the parent towards a child, and whatever is not clearly bottom-up. */
  TOP_DOWN(0, "TopDown"),
  /** From a child towards the parent. */
  BOTTOM_UP(1, "BottomUp");

  private final int code;
  private final String wireName;

  Direction(int code, String wireName) {
    this.code = code;
    this.wireName = wireName;
  }

  /**
   * The number that stands for this direction in upstream's enum.
   *
   * @return 0 or 1
   */
  public int code() {
    return code;
  }

  /**
   * Upstream's own name of the direction.
   *
   * @return {@code TopDown} or {@code BottomUp}
   */
  public String wireName() {
    return wireName;
  }

  /** Upstream's own name. */
  @Override
  public String toString() {
    return wireName;
  }
}
