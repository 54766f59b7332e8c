// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.json.JsonValue;
import java.util.stream.Collectors;

/**
 * Values as one line of text, for messages.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class Written {
  private Written() {}

  /**
   * Writes a value as it stands in the file, on one line.
   *
   * @param value the value
   * @return texts without quotes at the top, otherwise JSON
   */
  public static String of(JsonValue value) {
    return value.fold(
        object -> json(value),
        array -> json(value),
        text -> text.value(),
        number -> number.digits(),
        bool -> bool.kind(),
        empty -> "null");
  }

  private static String json(JsonValue value) {
    return value.fold(
        object ->
            object.fields().entrySet().stream()
                .map(field -> '"' + field.getKey() + "\":" + json(field.getValue()))
                .collect(Collectors.joining(",", "{", "}")),
        array ->
            array.items().stream().map(Written::json).collect(Collectors.joining(",", "[", "]")),
        text -> '"' + text.value() + '"',
        number -> number.digits(),
        bool -> bool.kind(),
        empty -> "null");
  }
}
