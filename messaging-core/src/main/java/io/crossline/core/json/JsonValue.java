// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import java.util.function.Function;

/** A value of a JSON document that knows its place. Immutable. */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonText, JsonNumber, JsonBoolean, JsonNull {
  /**
   * Where the value begins.
   *
   * @return document, line, column and path
   */
  JsonPlace place();

  /**
   * What the value is, for messages.
   *
   * @return such as {@code an object} or {@code a text}
   */
  String kind();

  /**
   * An exception that says what is wrong with this value.
   *
   * @param problem what was found and what was allowed
   * @return the exception, to be thrown
   */
  default InvalidJsonException invalid(String problem) {
    return new InvalidJsonException(place(), problem);
  }

  /**
   * Does one of six things.
   *
   * @param object for an object
   * @param array for an array
   * @param text for a text
   * @param number for a number
   * @param bool for true and false
   * @param empty for null
   * @param <R> what comes of it
   * @return the result of the one function that was called
   */
  default <R> R fold(
      Function<JsonObject, R> object,
      Function<JsonArray, R> array,
      Function<JsonText, R> text,
      Function<JsonNumber, R> number,
      Function<JsonBoolean, R> bool,
      Function<JsonNull, R> empty) {
    if (this instanceof JsonObject value) {
      return object.apply(value);
    } else if (this instanceof JsonArray value) {
      return array.apply(value);
    } else if (this instanceof JsonText value) {
      return text.apply(value);
    } else if (this instanceof JsonNumber value) {
      return number.apply(value);
    } else if (this instanceof JsonBoolean value) {
      return bool.apply(value);
    }
    return empty.apply((JsonNull) this);
  }

  /**
   * This value as an object.
   *
   * @return itself
   * @throws InvalidJsonException if it is something else
   */
  default JsonObject asObject() {
    if (this instanceof JsonObject value) {
      return value;
    }
    throw invalid("must be an object, found " + kind());
  }

  /**
   * This value as an array.
   *
   * @return itself
   * @throws InvalidJsonException if it is something else
   */
  default JsonArray asArray() {
    if (this instanceof JsonArray value) {
      return value;
    }
    throw invalid("must be an array, found " + kind());
  }

  /**
   * The characters of this text.
   *
   * @return the text
   * @throws InvalidJsonException if it is something else
   */
  default String asText() {
    if (this instanceof JsonText value) {
      return value.value();
    }
    throw invalid("must be a text, found " + kind());
  }

  /**
   * This value as true or false.
   *
   * @return which of the two
   * @throws InvalidJsonException if it is something else
   */
  default boolean asBoolean() {
    if (this instanceof JsonBoolean value) {
      return value.value();
    }
    throw invalid("must be true or false, found " + kind());
  }

  /**
   * This number as an int.
   *
   * @param min the least that is allowed
   * @param max the most that is allowed
   * @return the number
   * @throws InvalidJsonException if it is something else, no whole number, or out of range
   */
  default int asInt(int min, int max) {
    if (!(this instanceof JsonNumber number)) {
      throw invalid("must be a number, found " + kind());
    }
    try {
      int value = Integer.parseInt(number.digits());
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw invalid(number.digits() + " is not a whole number from " + min + " to " + max);
    }
    throw invalid(number.digits() + " is not within " + min + " and " + max);
  }
}
