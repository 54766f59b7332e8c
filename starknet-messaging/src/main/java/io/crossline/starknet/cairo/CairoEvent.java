// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.cairo;

import io.crossline.starknet.Felt;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An event of a class, read.
 *
 * <p>Immutable and thread-safe, as far as its fields are.
 *
 * @param name the name of the event
 * @param fields its fields by name, keys first where the ABI has them first
 */
public record CairoEvent(String name, Map<String, Object> fields) {
  /** Copies the fields. */
  public CairoEvent {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * An event as felts.
   *
   * <p>Immutable and thread-safe.
   *
   * @param keys the selectors of its name and of the components that it is in, then its fields that
   *     are keys
   * @param data its other fields
   */
  public record Written(List<Felt> keys, List<Felt> data) {
    /** Copies the lists. */
    public Written {
      keys = List.copyOf(keys);
      data = List.copyOf(data);
    }
  }
}
