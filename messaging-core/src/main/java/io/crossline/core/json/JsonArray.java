// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import java.util.List;

/**
 * An array.
 *
 * <p>Immutable and thread-safe.
 *
 * @param place where it begins
 * @param items its items, in order
 */
public record JsonArray(JsonPlace place, List<JsonValue> items) implements JsonValue {
  /** Copies the items. */
  public JsonArray {
    items = List.copyOf(items);
  }

  @Override
  public String kind() {
    return "an array";
  }
}
