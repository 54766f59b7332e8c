// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.suite;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.vectors.form.Differences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One case of a vector file while it is run. Not thread-safe. */
public final class VectorCase {
  private static final String ID = "id";

  private final JsonObject json;
  private final Differences differences;
  private final Map<String, JsonObject> file;
  private final JsonObject header;
  private final List<Fields> all = new ArrayList<>();

  /**
   * Takes a case that stands alone.
   *
   * @param json the case as it stands in the file
   * @param differences where differences are added
   */
  public VectorCase(JsonObject json, Differences differences) {
    this(json, differences, Map.of(), new JsonObject(json.place(), Map.of()));
  }

  /**
   * Takes a case of a file.
   *
   * @param json the case as it stands in the file
   * @param differences where differences are added
   * @param file all cases of the file, by id
   * @param header the fields of the file beside the cases
   */
  public VectorCase(
      JsonObject json, Differences differences, Map<String, JsonObject> file, JsonObject header) {
    this.json = json;
    this.differences = differences;
    this.file = file;
    this.header = header;
  }

  /**
   * The fields of the case; its {@code id} need not be in the shape.
   *
   * @param shape which fields it may and must have
   * @return the fields
   * @throws InvalidJsonException if a field is unknown or missing
   */
  public Fields fields(Shape shape) {
    Map<String, JsonValue> rest = new LinkedHashMap<>(json.fields());
    rest.remove(ID);
    return track(new JsonObject(json.place(), rest), shape);
  }

  /**
   * The fields of an object inside the case, such as a step.
   *
   * @param object the object
   * @param shape which fields it may and must have
   * @return the fields
   * @throws InvalidJsonException if a field is unknown or missing
   */
  public Fields track(JsonObject object, Shape shape) {
    Fields fields = new Fields(object, shape, differences);
    all.add(fields);
    return fields;
  }

  /**
   * Another case of the same file, for suites whose conventions speak of one.
   *
   * @param id its id
   * @return that case as it stands in the file, or nothing if the file has none
   */
  public Optional<JsonObject> sibling(String id) {
    return Optional.ofNullable(file.get(id));
  }

  /**
   * The case as it stands in the file.
   *
   * @return the object
   */
  public JsonObject json() {
    return json;
  }

  /**
   * Finds what a field of the case names.
   *
   * @param field the field, such as {@code kind} or {@code fn}
   * @param known what there is, by name
   * @param <T> what is named
   * @return what the field names
   * @throws InvalidJsonException if there is no such thing; the message says what was probably
   *     meant
   */
  public <T> T named(String field, Map<String, T> known) {
    return named(json, field, known);
  }

  /**
   * Finds what a field of an object inside the case names.
   *
   * @param object the object, such as a step
   * @param field the field, such as {@code op}
   * @param known what there is, by name
   * @param <T> what is named
   * @return what the field names
   * @throws InvalidJsonException if there is no such thing; the message says what was probably
   *     meant
   */
  public <T> T named(JsonObject object, String field, Map<String, T> known) {
    JsonValue value = object.required(field);
    return known(value, value.asText(), field, known);
  }

  /**
   * Finds what a name stands for.
   *
   * @param where what bears the name
   * @param name the name
   * @param what what it is the name of, for the message
   * @param known what there is, by name
   * @param <T> what is named
   * @return what has this name
   * @throws InvalidJsonException if there is no such thing; the message says what was probably
   *     meant
   */
  public <T> T known(JsonValue where, String name, String what, Map<String, T> known) {
    T found = known.get(name);
    if (found == null) {
      throw where.invalid(
          "unknown " + what + " \"" + name + "\". " + Suggestion.instead(name, known.keySet()));
    }
    return found;
  }

  /**
   * The fields of the file beside the cases, such as those of {@link Suite#headerFields}.
   *
   * @return the fields; none for a case that stands alone
   */
  public JsonObject header() {
    return header;
  }

  /** Adds a difference for everything in the case that was not compared or not used. */
  public void settle() {
    all.forEach(Fields::settle);
  }
}
