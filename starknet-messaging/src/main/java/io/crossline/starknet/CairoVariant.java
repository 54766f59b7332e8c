// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import java.util.List;
import java.util.Optional;

/**
 * A value of a Cairo enum that no Java type stands for, such as one of a class's ABI.
 *
 * <p>Immutable and thread-safe, as far as its data is.
 *
 * @param name the name of the variant
 * @param data its data; nothing for a variant without data
 */
public record CairoVariant(String name, Optional<Object> data) {
  /**
   * A variant with data.
   *
   * @param name its name
   * @param data its data
   */
  public CairoVariant(String name, Object data) {
    this(name, Optional.of(data));
  }

  /**
   * A variant without data.
   *
   * @param name its name
   */
  public CairoVariant(String name) {
    this(name, Optional.empty());
  }

  /** What is written for it: the unit type for nothing. */
  Object written() {
    return data.orElse(List.of());
  }
}
