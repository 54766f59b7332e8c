// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.cairo;

import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.CairoType;
import io.crossline.starknet.CairoTypes;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The structs and enums of an ABI. A type may hold itself, so its parts are found after all are
 * known.
 */
final class AbiTypes {
  private static final List<String> KINDS = List.of("struct", "enum");

  private final Map<String, JsonObject> declared = new LinkedHashMap<>();
  private final Map<String, CairoType<?>> known = new HashMap<>();
  private final Map<String, Map<String, CairoType<?>>> resolved = new HashMap<>();

  AbiTypes(JsonArray entries) {
    for (JsonValue entry : entries.items()) {
      JsonObject object = entry.asObject();
      if (KINDS.contains(object.required("type").asText())) {
        declared.put(unspaced(object.required("name").asText()), object);
      }
    }
    declared.keySet().forEach(name -> known.put(name, create(name)));
    resolved.keySet().forEach(this::resolve);
    known.forEach(
        (name, type) -> {
          try {
            type.leastFelts();
          } catch (MalformedInputException endless) {
            throw entry(name).invalid(endless.getMessage());
          }
        });
  }

  private JsonObject entry(String name) {
    return Objects.requireNonNull(declared.get(name));
  }

  private CairoType<?> create(String name) {
    Map<String, CairoType<?>> parts = new LinkedHashMap<>();
    resolved.put(name, parts);
    Map<String, CairoType<?>> view = Collections.unmodifiableMap(parts);
    return isStruct(entry(name))
        ? CairoTypes.structLater(name, () -> view)
        : CairoTypes.enumerationLater(name, () -> view);
  }

  private static boolean isStruct(JsonObject entry) {
    return entry.required("type").asText().equals("struct");
  }

  /** Finds the types of the parts when all types are known, since one may come later. */
  private void resolve(String name) {
    JsonObject entry = entry(name);
    Map<String, CairoType<?>> parts = Objects.requireNonNull(resolved.get(name));
    for (JsonValue part :
        entry.required(isStruct(entry) ? "members" : "variants").asArray().items()) {
      JsonObject member = part.asObject();
      if (parts.put(member.required("name").asText(), type(member.required("type"))) != null) {
        throw part.invalid("the name stands twice in " + name);
      }
    }
  }

  CairoType<?> type(JsonValue name) {
    try {
      return type(name.asText());
    } catch (MalformedInputException malformed) {
      throw name.invalid(malformed.getMessage());
    }
  }

  CairoType<?> type(String name) {
    return CairoTypes.parse(name, this::find);
  }

  private Optional<CairoType<?>> find(String name) {
    CairoType<?> exact = known.get(unspaced(name));
    if (exact != null) {
      return Optional.of(exact);
    }
    List<String> alike =
        known.keySet().stream().filter(one -> one.endsWith("::" + unspaced(name))).toList();
    if (alike.size() > 1) {
      throw new MalformedInputException(
          "\"" + name + "\" could be any of " + String.join(", ", alike));
    }
    return alike.stream().findFirst().map(known::get);
  }

  private static String unspaced(String name) {
    return name.replace(" ", "");
  }
}
