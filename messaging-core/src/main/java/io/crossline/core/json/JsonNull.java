// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

/**
 * Null.
 *
 * <p>Immutable and thread-safe.
 *
 * @param place where it begins
 */
public record JsonNull(JsonPlace place) implements JsonValue {
  @Override
  public String kind() {
    return "null";
  }
}
