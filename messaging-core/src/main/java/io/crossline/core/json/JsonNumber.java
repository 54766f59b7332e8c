// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

/**
 * A number, as it is written.
 *
 * <p>Immutable and thread-safe.
 *
 * @param place where it begins
 * @param digits its characters
 */
public record JsonNumber(JsonPlace place, String digits) implements JsonValue {
  @Override
  public String kind() {
    return "a number";
  }
}
