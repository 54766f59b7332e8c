// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.scenario;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.messaging.MalformedInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** One object of a scenario: only known fields, each read with a type and a place for errors. */
final class ScenarioFields {
  private final JsonObject object;

  ScenarioFields(JsonValue json, String... known) {
    object = json.asObject();
    Set<String> names = new TreeSet<>(List.of(known));
    names.add("note");
    object
        .fields()
        .forEach(
            (name, value) -> {
              if (!names.contains(name)) {
                throw value.invalid(
                    "unknown field \"" + name + "\". " + Suggestion.instead(name, names));
              }
            });
  }

  /** Reads a value with a parser of text, so that what it refuses comes with its place. */
  static <T> T text(JsonValue json, Function<String, T> parse) {
    String text = json.asText();
    try {
      return parse.apply(text);
    } catch (InvalidJsonException placed) {
      throw placed;
    } catch (MalformedInputException malformed) {
      throw json.invalid(String.valueOf(malformed.getMessage()));
    }
  }

  /** Reads one of a few names. */
  static <T> T oneOf(JsonValue json, String what, Map<String, T> known) {
    String name = json.asText();
    T found = known.get(name);
    if (found == null) {
      throw json.invalid(
          "unknown " + what + " \"" + name + "\". " + Suggestion.instead(name, known.keySet()));
    }
    return found;
  }

  JsonObject json() {
    return object;
  }

  JsonValue required(String name) {
    return object.required(name);
  }

  <T> T required(String name, Function<JsonValue, T> read) {
    return read.apply(object.required(name));
  }

  <T> Optional<T> optional(String name, Function<JsonValue, T> read) {
    return object.optional(name).map(read);
  }

  <T> T optional(String name, Function<JsonValue, T> read, T absent) {
    return object.optional(name).map(read).orElse(absent);
  }

  <T> List<T> list(String name, Function<JsonValue, T> read) {
    List<T> items = new ArrayList<>();
    object.required(name).asArray().items().forEach(item -> items.add(read.apply(item)));
    return List.copyOf(items);
  }

  /** An object whose field names the author chose. */
  <T> Map<String, T> named(String name, Function<JsonValue, T> read) {
    Map<String, T> entries = new LinkedHashMap<>();
    object
        .optional(name)
        .ifPresent(
            json ->
                json.asObject()
                    .fields()
                    .forEach((key, value) -> entries.put(key, read.apply(value))));
    return entries;
  }
}
