// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import java.util.List;

/**
 * A value of Cairo as felts, with its type. {@link CairoType#of} makes one.
 *
 * <p>Immutable and thread-safe.
 *
 * @param type the type
 * @param felts the value, as {@link CairoType#encode} writes it
 */
public record CairoValue(CairoType<?> type, List<Felt> felts) {
  /** Copies the list. */
  public CairoValue {
    felts = List.copyOf(felts);
  }
}
