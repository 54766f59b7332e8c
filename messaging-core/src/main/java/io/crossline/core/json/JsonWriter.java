// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import java.io.StringWriter;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes documents for machines: maps, lists, numbers, truth values, texts and nulls.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class JsonWriter {
  private JsonWriter() {}

  /**
   * Writes a document.
   *
   * @param value maps with text keys, lists, whole numbers, truth values, texts, nulls and values
   *     that were read, nested as they like
   * @return the document, on one line
   * @throws IllegalArgumentException if there is something else in it
   */
  public static String write(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out =
        JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), text)) {
      write(out, value);
    }
    return text.toString();
  }

  private static void writeNumber(JsonGenerator out, Number number) {
    if (number instanceof BigInteger large) {
      out.writeNumber(large);
    } else if (number instanceof Long || number instanceof Integer) {
      out.writeNumber(number.longValue());
    } else {
      throw new IllegalArgumentException(number.getClass() + " is not written as a whole number");
    }
  }

  private static void writeRead(JsonGenerator out, JsonValue value) {
    if (value instanceof JsonObject object) {
      write(out, object.fields());
    } else if (value instanceof JsonArray array) {
      write(out, array.items());
    } else if (value instanceof JsonText text) {
      out.writeString(text.value());
    } else if (value instanceof JsonNumber number) {
      out.writeNumber(number.digits());
    } else if (value instanceof JsonBoolean bool) {
      out.writeBoolean(bool.value());
    } else {
      out.writeNull();
    }
  }

  private static void write(JsonGenerator out, @Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      map.forEach(
          (name, field) -> {
            out.writeName((String) name);
            write(out, field);
          });
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      list.forEach(item -> write(out, item));
      out.writeEndArray();
    } else if (value instanceof Number number) {
      writeNumber(out, number);
    } else if (value instanceof Boolean bool) {
      out.writeBoolean(bool);
    } else if (value instanceof String string) {
      out.writeString(string);
    } else if (value instanceof JsonValue read) {
      writeRead(out, read);
    } else if (value == null) {
      out.writeNull();
    } else {
      throw new IllegalArgumentException(value.getClass() + " has no JSON form");
    }
  }
}
