// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;

/**
 * Revert data without known meaning, or none at all.
 *
 * <p>Immutable and thread-safe.
 *
 * @param data the bytes
 */
public record RawRevert(Bytes data) implements EvmRevert {
  /**
   * A revert without data: what solc gives for malformed calldata, and a call that ran out of gas.
   */
  public static final RawRevert EMPTY = new RawRevert(Bytes.EMPTY);

  private static final int MAX_SHOWN = 68;

  /**
   * A revert with these bytes.
   *
   * @param data the bytes
   * @return the revert
   */
  public static RawRevert of(Bytes data) {
    return data.isEmpty() ? EMPTY : new RawRevert(data);
  }

  /** {@code revert without data}, or their number and the bytes, of many the first. */
  @Override
  public String description() {
    if (data.isEmpty()) {
      return "revert without data";
    }
    String unit = data.size() == 1 ? " byte " : " bytes ";
    return "revert with "
        + data.size()
        + unit
        + data.truncate(MAX_SHOWN)
        + (data.size() > MAX_SHOWN ? "…" : "");
  }
}
