// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Revert;
import io.crossline.starknet.Felt;
import io.crossline.starknet.PanicText;
import io.crossline.starknet.Payload;
import java.util.List;

/**
 * Why a call on L2 failed: the felts it panicked with.
 *
 * <p>Immutable and thread-safe.
 *
 * @param felts the panic data
 * @param description the reason in words
 */
public record PanicData(List<Felt> felts, String description) implements Revert {
  /** Copies the list. */
  public PanicData {
    felts = List.copyOf(felts);
  }

  /**
   * Panic data without more words than its felts have.
   *
   * @param felts the panic data
   * @return the panic data, described by its felts
   */
  public static PanicData of(List<Felt> felts) {
    return new PanicData(felts, PanicText.of(felts));
  }

  /** What a handler threw: a panic as it is, anything else without felts and in its own words. */
  static PanicData of(Throwable thrown) {
    if (thrown instanceof CairoPanic panic) {
      return panic.data();
    }
    return new PanicData(
        List.of(),
        thrown instanceof HandlerFailure failure
            ? String.valueOf(failure.getMessage())
            : thrown.toString());
  }

  /** The felts as 32-byte words. */
  @Override
  public Bytes data() {
    return Payload.of(felts).toBytes();
  }
}
