// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors;

import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonBoolean;
import io.crossline.core.json.JsonNumber;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.vectors.form.ObjectForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Values of which one leaf was changed. */
final class MutatedJson {
  private MutatedJson() {}

  /** The leaves of a value in order, without notes. */
  static List<JsonValue> leaves(JsonValue value) {
    List<JsonValue> leaves = new ArrayList<>();
    collect(value, leaves);
    return leaves;
  }

  private static void collect(JsonValue value, List<JsonValue> leaves) {
    if (value instanceof JsonObject object) {
      object
          .fields()
          .forEach(
              (name, field) -> {
                if (!name.equals(ObjectForm.NOTE)) {
                  collect(field, leaves);
                }
              });
    } else if (value instanceof JsonArray array) {
      array.items().forEach(item -> collect(item, leaves));
    } else {
      leaves.add(value);
    }
  }

  /** The same value with another leaf in the place of one. */
  static JsonValue replace(JsonValue value, JsonValue leaf, JsonValue other) {
    if (value == leaf) {
      return other;
    } else if (value instanceof JsonObject object) {
      Map<String, JsonValue> fields = new LinkedHashMap<>();
      object.fields().forEach((name, field) -> fields.put(name, replace(field, leaf, other)));
      return new JsonObject(object.place(), fields);
    } else if (value instanceof JsonArray array) {
      return new JsonArray(
          array.place(), array.items().stream().map(item -> replace(item, leaf, other)).toList());
    }
    return value;
  }

  /** The leaf with one digit changed, true for false, or nothing if there is no digit. */
  static Optional<JsonValue> flipped(JsonValue leaf, RandomGenerator random) {
    if (leaf instanceof JsonBoolean bool) {
      return Optional.of(new JsonBoolean(bool.place(), !bool.value()));
    } else if (leaf instanceof JsonNumber number) {
      return flipped(number.digits(), 10, random).map(text -> new JsonNumber(number.place(), text));
    } else if (leaf instanceof JsonText text) {
      return flipped(text.value(), text.value().startsWith("0x") ? 16 : 10, random)
          .map(digits -> new JsonText(text.place(), digits));
    }
    return Optional.empty();
  }

  private static Optional<String> flipped(String text, int radix, RandomGenerator random) {
    List<Integer> places = new ArrayList<>();
    for (int i = radix == 16 ? 2 : 0; i < text.length(); i++) {
      if (Character.digit(text.charAt(i), radix) >= 0) {
        places.add(i);
      }
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    int at = places.get(random.nextInt(places.size()));
    int digit = (Character.digit(text.charAt(at), radix) + 1 + random.nextInt(radix - 1)) % radix;
    return Optional.of(
        text.substring(0, at) + Character.forDigit(digit, radix) + text.substring(at + 1));
  }
}
