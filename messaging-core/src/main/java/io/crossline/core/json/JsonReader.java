// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads one JSON document out of text, strictly: RFC 8259 and nothing beyond, no name twice in an
 * object, nothing behind the document. Nesting is limited to {@link #MAX_DEPTH}.
 *
 * <p>Not thread-safe: one thread reads a document.
 */
public final class JsonReader {
  /** {@value}: the most objects and arrays inside one another. */
  public static final int MAX_DEPTH = 64;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(JsonFile.MAX_BYTES)
                  .build())
          .build();

  private final String document;
  private final JsonParser parser;
  private JsonPath path = JsonPath.ROOT;

  private JsonReader(String document, JsonParser parser) {
    this.document = document;
    this.parser = parser;
  }

  /**
   * Reads a document.
   *
   * @param document what it is called in messages
   * @param text the document
   * @return the value it consists of
   * @throws InvalidJsonException if it is not JSON
   */
  public static JsonValue read(String document, String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      JsonReader reader = new JsonReader(document, parser);
      try {
        return reader.document();
      } catch (JacksonException e) {
        throw reader.broken(e);
      }
    }
  }

  private JsonValue document() {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new InvalidJsonException(place(), "not JSON: the document is empty");
    }
    JsonValue value = value(first);
    path = JsonPath.ROOT;
    if (parser.nextToken() != null) {
      throw new InvalidJsonException(
          place(), "not JSON: something stands behind the end of the document");
    }
    return value;
  }

  private JsonValue value(@Nullable JsonToken token) {
    JsonPlace place = place();
    if (token == JsonToken.START_OBJECT) {
      return object(place);
    } else if (token == JsonToken.START_ARRAY) {
      return array(place);
    } else if (token == JsonToken.VALUE_STRING) {
      return new JsonText(place, parser.getString());
    } else if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
      return new JsonNumber(place, parser.getString());
    } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return new JsonBoolean(place, token == JsonToken.VALUE_TRUE);
    }
    return new JsonNull(place);
  }

  private JsonObject object(JsonPlace place) {
    JsonPath here = path;
    Map<String, JsonValue> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      path = here.field(name);
      if (fields.containsKey(name)) {
        throw new InvalidJsonException(place(), "the field stands twice in the same object");
      }
      fields.put(name, value(parser.nextToken()));
    }
    path = here;
    return new JsonObject(place, fields);
  }

  private JsonArray array(JsonPlace place) {
    JsonPath here = path;
    List<JsonValue> items = new ArrayList<>();
    path = here.item(0);
    JsonToken token;
    while ((token = parser.nextToken()) != JsonToken.END_ARRAY) {
      items.add(value(token));
      path = here.item(items.size());
    }
    path = here;
    return new JsonArray(place, items);
  }

  private JsonPlace place() {
    return place(parser.currentTokenLocation());
  }

  private JsonPlace place(TokenStreamLocation at) {
    return new JsonPlace(
        document, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()), path);
  }

  private InvalidJsonException broken(JacksonException e) {
    TokenStreamLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
    String problem = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
    int detail = problem.indexOf(" (start marker at");
    return new InvalidJsonException(
        place(at), "not JSON: " + (detail < 0 ? problem : problem.substring(0, detail)));
  }
}
