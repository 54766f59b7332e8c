// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ipc;

import io.crossline.core.abi.AbiReader;

/**
 * What kind of asset a subnet counts its value in: {@code AssetKind} in upstream's {@code
 * structs/Subnet.sol}.
 *
 * <p>Thread-safe.
 */
public enum AssetKind {
  /** The coins of the parent network. */
  NATIVE(0, "Native"),
  /** A token contract of the parent network. */
  ERC20(1, "ERC20");

  private static final AssetKind[] BY_CODE = values();

  private final int code;
  private final String wireName;

  AssetKind(int code, String wireName) {
    this.code = code;
    this.wireName = wireName;
  }

  /**
   * The number that stands for this kind in encoded data.
   *
   * @return 0 or 1
   */
  public int code() {
    return code;
  }

  static AssetKind read(AbiReader.Head head, int index) {
    return BY_CODE[head.enumMember(index, BY_CODE.length)];
  }

  /** Upstream's own name. */
  @Override
  public String toString() {
    return wireName;
  }
}
