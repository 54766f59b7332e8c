// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.Bytes;

/**
 * {@code require(condition, reason)} or {@code revert(reason)}: the data is {@code Error(string)}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param reason the reason
 */
public record Require(String reason) implements EvmRevert {
  static final Signature SIGNATURE = Signature.parse("Error(string)");

  @Override
  public Bytes data() {
    return AbiCoder.encodeCall(SIGNATURE, AbiValue.text(reason));
  }

  /** The reason as it stands. */
  @Override
  public String description() {
    return reason;
  }
}
