// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.suite;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.vectors.form.Differences;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.ObjectForm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of one object of a case, with an account of what was done with them: whoever takes an
 * input marks it as used, whoever compares an expectation marks it as compared, and what is left
 * over at the end of the case makes the case fail. Not thread-safe.
 */
public final class Fields {
  private final JsonObject object;
  private final Shape shape;
  private final Differences differences;
  private final Set<String> used = new HashSet<>();
  private final Set<String> compared = new HashSet<>();
  private final List<Fields> inner = new ArrayList<>();

  /**
   * Lays a shape over an object.
   *
   * @param object the object
   * @param shape which fields it may and must have
   * @param differences where differences are added
   * @throws InvalidJsonException if a field is unknown or missing
   */
  Fields(JsonObject object, Shape shape, Differences differences) {
    this.object = object;
    this.shape = shape;
    this.differences = differences;
    object.fields().forEach((name, value) -> requireKnown(name, value));
    shape
        .roles()
        .forEach(
            (name, role) -> {
              if (role.required()) {
                object.required(name);
              }
            });
  }

  private void requireKnown(String name, JsonValue value) {
    if (name.equals(ObjectForm.NOTE) && !shape.names().contains(name)) {
      value.asText();
    } else if (!shape.names().contains(name)) {
      throw value.invalid(
          "unknown field \"" + name + "\". " + Suggestion.instead(name, shape.names()));
    }
  }

  /**
   * Takes an input.
   *
   * @param name its field
   * @param form how it is written
   * @param <T> its type
   * @return its value
   * @throws InvalidJsonException if it is missing or has another form
   */
  public <T> T in(String name, Form<T> form) {
    return form.read(input(name));
  }

  /**
   * Takes an input that may be missing.
   *
   * @param name its field
   * @param form how it is written
   * @param <T> its type
   * @return its value, or empty
   * @throws InvalidJsonException if it has another form
   */
  public <T> Optional<T> optionalIn(String name, Form<T> form) {
    return has(name) ? Optional.of(in(name, form)) : Optional.empty();
  }

  /**
   * Takes an input as it stands in the file.
   *
   * @param name its field
   * @return the JSON value
   * @throws InvalidJsonException if it is missing
   */
  public JsonValue input(String name) {
    Shape.Role role = role(name);
    if (!role.input()) {
      throw new IllegalStateException(name + " is an expectation, not an input");
    }
    used.add(name);
    return object.required(name);
  }

  /**
   * Whether a field is there.
   *
   * @param name its name
   * @return true if the object has it
   */
  public boolean has(String name) {
    role(name);
    return object.fields().containsKey(name);
  }

  /**
   * Compares an expectation.
   *
   * @param name its field; one that may be missing is compared only where it is there
   * @param form how it is written
   * @param actual what came out
   * @param <T> its type
   * @return whether it came true
   * @throws InvalidJsonException if it has another form
   */
  public <T> boolean expect(String name, Form<T> form, T actual) {
    int before = differences.found().size();
    expectation(name).ifPresent(expected -> form.compare(expected, actual, differences));
    return differences.found().size() == before;
  }

  /**
   * Says that an expectation cannot come true.
   *
   * @param name its field
   * @param actual what came out instead
   */
  public void differs(String name, String actual) {
    expectation(name).ifPresent(expected -> differences.add(expected, actual));
  }

  /**
   * Takes an expectation as it stands in the file, to compare it by other means.
   *
   * @param name its field
   * @return the JSON value, or empty if it is not there
   */
  public Optional<JsonValue> expectation(String name) {
    if (!role(name).expectation()) {
      throw new IllegalStateException(name + " is an input, not an expectation");
    }
    compared.add(name);
    return object.optional(name);
  }

  /**
   * Says that an expectation was compared by way of another field: of a rule that runs in both
   * directions one has been held against the other, and what differs has been added there.
   *
   * @param name its field
   */
  public void compared(String name) {
    expectation(name);
    used.add(name);
  }

  /**
   * The fields of an object inside this one.
   *
   * @param name the field that holds it
   * @param inside its shape
   * @return its fields
   * @throws InvalidJsonException if it is no object, or a field is unknown or missing
   */
  public Fields fields(String name, Shape inside) {
    role(name);
    used.add(name);
    compared.add(name);
    Fields fields = new Fields(object.required(name).asObject(), inside, differences);
    inner.add(fields);
    return fields;
  }

  /**
   * Where differences are added.
   *
   * @return the account of this case
   */
  public Differences differences() {
    return differences;
  }

  /**
   * The object that these fields belong to.
   *
   * @return as it stands in the file
   */
  public JsonObject object() {
    return object;
  }

  /**
   * Adds a difference for every expectation that was not compared and every input that was not
   * used.
   */
  void settle() {
    shape
        .roles()
        .forEach(
            (name, role) -> {
              JsonValue value = object.fields().get(name);
              if (value == null) {
                return;
              }
              if (role.expectation() && !compared.contains(name)) {
                differences.add(value, "not compared");
              } else if (role.input() && !used.contains(name)) {
                differences.add(value, "not used");
              }
            });
    inner.forEach(Fields::settle);
  }

  private Shape.Role role(String name) {
    Shape.Role role = shape.roles().get(name);
    if (role == null) {
      throw new IllegalStateException("the shape has no field " + name);
    }
    return role;
  }
}
