// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

/**
 * A text.
 *
 * <p>Immutable and thread-safe.
 *
 * @param place where it begins
 * @param value its characters
 */
public record JsonText(JsonPlace place, String value) implements JsonValue {
  @Override
  public String kind() {
    return "a text";
  }
}
