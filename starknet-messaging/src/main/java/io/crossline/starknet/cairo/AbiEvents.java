// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.cairo;

import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.messaging.Log;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.CairoParameters;
import io.crossline.starknet.CairoType;
import io.crossline.starknet.CairoTypes;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The events of an ABI. In Cairo 1 the contract's event is an enum: the selector of a nested
 * variant's name is a key, and within it come the keys of what it holds; a flat variant adds none.
 * In Cairo 0 an event is its own.
 */
final class AbiEvents {
  /** The event of a contract: the keys that it begins with, and its fields. */
  private record Shape(
      String name,
      List<Felt> keys,
      Map<String, CairoType<?>> keyed,
      Map<String, CairoType<?>> data) {}

  private final Map<String, JsonObject> declared = new LinkedHashMap<>();
  private final AbiTypes types;
  private final List<Shape> shapes = new ArrayList<>();

  AbiEvents(JsonArray entries, AbiTypes types) {
    this.types = types;
    Set<String> within = new HashSet<>();
    for (JsonValue entry : entries.items()) {
      JsonObject object = entry.asObject();
      if (object.required("type").asText().equals("event")) {
        declared.put(object.required("name").asText(), object);
        parts(object).forEach(part -> within.add(part.asObject().required("type").asText()));
      }
    }
    declared.forEach(
        (name, event) -> {
          if (event.optional("kind").isEmpty()) {
            shapes.add(
                new Shape(
                    name,
                    List.of(Selector.starknetKeccak(name)),
                    fields(event.optional("keys")),
                    fields(event.optional("data"))));
          } else if (isEnum(event) && !within.contains(name)) {
            variants(event, List.of(), new HashSet<>());
          }
        });
  }

  private static boolean isEnum(JsonObject event) {
    return event.required("kind").asText().equals("enum");
  }

  private static List<JsonValue> parts(JsonObject event) {
    return event
        .optional("variants")
        .or(() -> event.optional("members"))
        .map(all -> all.asArray().items())
        .orElse(List.of());
  }

  private void variants(JsonObject event, List<Felt> keys, Set<String> within) {
    if (!within.add(event.required("name").asText())) {
      throw event.invalid("the event contains itself");
    }
    for (JsonValue part : parts(event)) {
      JsonObject variant = part.asObject();
      String name = variant.required("name").asText();
      String type = variant.required("type").asText();
      JsonObject inner = declared.get(type);
      if (inner == null) {
        throw part.invalid("there is no event \"" + type + "\"");
      }
      List<Felt> all = new ArrayList<>(keys);
      if (!variant.required("kind").asText().equals("flat")) {
        all.add(Selector.starknetKeccak(name));
      }
      if (isEnum(inner)) {
        variants(inner, all, within);
      } else {
        shapes.add(
            new Shape(name, List.copyOf(all), members(inner, "key"), members(inner, "data")));
      }
    }
    within.remove(event.required("name").asText());
  }

  private Map<String, CairoType<?>> members(JsonObject event, String kind) {
    Map<String, CairoType<?>> members = new LinkedHashMap<>();
    for (JsonValue part : parts(event)) {
      JsonObject member = part.asObject();
      String found = member.required("kind").asText();
      if (!found.equals("key") && !found.equals("data")) {
        throw part.invalid("the kind of a member is key or data, found " + found);
      }
      if (found.equals(kind)) {
        members.put(member.required("name").asText(), types.type(member.required("type")));
      }
    }
    return members;
  }

  private Map<String, CairoType<?>> fields(Optional<JsonValue> list) {
    Map<String, CairoType<?>> fields = new LinkedHashMap<>();
    list.ifPresent(
        all ->
            all.asArray()
                .items()
                .forEach(
                    field -> {
                      JsonObject object = field.asObject();
                      String type = object.required("type").asText();
                      String name = object.required("name").asText();
                      if (type.endsWith("*") && fields.remove(name + "_len") != null) {
                        String element = type.substring(0, type.length() - 1);
                        fields.put(name, CairoTypes.array(types.type(element)));
                      } else {
                        fields.put(name, types.type(object.required("type")));
                      }
                    }));
    return fields;
  }

  Optional<CairoEvent> decode(Log event) {
    List<Felt> keys = event.topics().stream().map(Felt::of).toList();
    // The longest beginning that fits: a flat event may have fields that look like selectors.
    Optional<Shape> best = Optional.empty();
    for (Shape shape : shapes) {
      int size = shape.keys().size();
      if (keys.size() >= size
          && keys.subList(0, size).equals(shape.keys())
          && best.map(other -> other.keys().size() < size).orElse(true)) {
        best = Optional.of(shape);
      }
    }
    return best.map(shape -> read(shape, keys, Payload.ofBytes(event.data()).felts()));
  }

  private static CairoEvent read(Shape shape, List<Felt> keys, List<Felt> data) {
    Map<String, Object> fields = new LinkedHashMap<>();
    read(shape.keyed(), keys.subList(shape.keys().size(), keys.size()), shape, "keys", fields);
    read(shape.data(), data, shape, "data", fields);
    return new CairoEvent(shape.name(), fields);
  }

  private static void read(
      Map<String, CairoType<?>> types,
      List<Felt> felts,
      Shape shape,
      String what,
      Map<String, Object> into) {
    try {
      List<Object> values = new CairoParameters(List.copyOf(types.values()), 1).read(felts);
      int at = 0;
      for (String name : types.keySet()) {
        into.put(name, values.get(at++));
      }
    } catch (MalformedInputException malformed) {
      throw new MalformedInputException(
          "event " + shape.name() + ", " + what + ": " + malformed.getMessage(),
          malformed.offset());
    }
  }

  CairoEvent.Written encode(String name, Map<String, ?> fields) {
    List<Shape> named = shapes.stream().filter(shape -> shape.name().equals(name)).toList();
    if (named.size() != 1) {
      throw new MalformedInputException(
          named.isEmpty()
              ? "the ABI has no event \""
                  + name
                  + "\". "
                  + Suggestion.instead(name, shapes.stream().map(Shape::name).toList())
              : "the ABI has " + named.size() + " events \"" + name + "\"");
    }
    Shape shape = named.get(0);
    Map<String, CairoType<?>> all = new LinkedHashMap<>(shape.keyed());
    all.putAll(shape.data());
    if (!fields.keySet().equals(all.keySet())) {
      throw new MalformedInputException(
          "event " + name + ": found fields " + fields.keySet() + ", must be " + all.keySet());
    }
    List<Felt> keys = new ArrayList<>(shape.keys());
    shape
        .keyed()
        .forEach(
            (field, type) -> keys.addAll(type.encode(Objects.requireNonNull(fields.get(field)))));
    List<Felt> data = new ArrayList<>();
    shape
        .data()
        .forEach(
            (field, type) -> data.addAll(type.encode(Objects.requireNonNull(fields.get(field)))));
    return new CairoEvent.Written(keys, data);
  }
}
