// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

/**
 * True or false.
 *
 * <p>Immutable and thread-safe.
 *
 * @param place where it begins
 * @param value which of the two
 */
public record JsonBoolean(JsonPlace place, boolean value) implements JsonValue {
  @Override
  public String kind() {
    return value ? "true" : "false";
  }
}
