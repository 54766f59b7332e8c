// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.simulation.record;

import io.crossline.core.json.JsonWriter;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a JSON object in the order in which they are put, written as vectors do. */
final class Members {
  private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

  Members put(String name, UInt256 value) {
    return any(name, value.toHexString());
  }

  Members put(String name, UInt64 value) {
    return any(name, value.toHexString());
  }

  Members put(String name, String text) {
    return any(name, text);
  }

  Members put(String name, boolean value) {
    return any(name, value);
  }

  Members put(String name, int value) {
    return any(name, value);
  }

  Members put(String name, Members value) {
    return any(name, value.fields);
  }

  Members put(String name, List<?> values) {
    return any(name, values);
  }

  /** Puts a value that is JSON already. */
  Members any(String name, @Nullable Object value) {
    fields.put(name, value);
    return this;
  }

  Members all(Members others) {
    fields.putAll(others.fields);
    return this;
  }

  /** A field that is an object by itself. */
  Members inner(String name) {
    if (!(fields.get(name) instanceof Map<?, ?> object)) {
      throw new IllegalStateException("the field " + name + " is no object");
    }
    Members inner = new Members();
    object.forEach((key, value) -> inner.fields.put((String) key, value));
    return inner;
  }

  Map<String, @Nullable Object> toMap() {
    return fields;
  }

  String text() {
    return JsonWriter.write(fields);
  }
}
