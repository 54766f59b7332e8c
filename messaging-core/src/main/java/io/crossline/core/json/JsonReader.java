// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

/**
 * Reads one JSON document out of text, strictly: RFC 8259 and nothing beyond, no name twice in an
 * object, nothing behind the document. Nesting is limited to {@link #MAX_DEPTH}.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class JsonReader {
  /** {@value}: the most objects and arrays inside one another. */
  public static final int MAX_DEPTH = 64;

  private JsonReader() {}

  /**
   * Reads a document.
   *
   * @param document what it is called in messages
   * @param text the document
   * @return the value it consists of
   * @throws InvalidJsonException if it is not JSON
   */
  public static JsonValue read(String document, String text) {
    try (JsonStream stream = JsonStream.of(document, text)) {
      return read(stream);
    }
  }

  static JsonValue read(JsonStream stream) {
    if (!stream.next()) {
      throw new InvalidJsonException(stream.place(), "not JSON: the document is empty");
    }
    JsonValue value = stream.value();
    if (stream.next()) {
      throw new InvalidJsonException(
          stream.place(), "not JSON: something stands behind the end of the document");
    }
    return value;
  }
}
