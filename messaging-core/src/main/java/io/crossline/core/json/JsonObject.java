// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An object: fields in the order of the document.
 *
 * <p>Immutable and thread-safe.
 *
 * @param place where it begins
 * @param fields its fields; no name stands twice
 */
public record JsonObject(JsonPlace place, Map<String, JsonValue> fields) implements JsonValue {
  /** Copies the fields. */
  public JsonObject {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /**
   * A field that may be missing.
   *
   * @param name its name
   * @return its value, or empty
   */
  public Optional<JsonValue> optional(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /**
   * A field that must be there.
   *
   * @param name its name
   * @return its value
   * @throws InvalidJsonException if the object has no such field
   */
  public JsonValue required(String name) {
    JsonValue value = fields.get(name);
    if (value == null) {
      throw invalid("field \"" + name + "\" is missing");
    }
    return value;
  }

  @Override
  public String kind() {
    return "an object";
  }
}
