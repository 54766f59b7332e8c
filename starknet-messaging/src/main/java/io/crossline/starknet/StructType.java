// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.core.typed.Members;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.reflect.Reflection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A struct without a Java type of its own: its members by name. A struct may hold itself, within an
 * array, so its members are asked for when they are needed.
 */
final class StructType extends CairoType<Map<String, Object>> {
  private final Supplier<Map<String, CairoType<?>>> members;

  /** Counted once, by whoever makes the type and before threads share it. */
  private int least = -1;

  private boolean counting;

  StructType(String name, Supplier<Map<String, CairoType<?>>> members) {
    super(name);
    this.members = members;
  }

  @Override
  Map<String, Object> read(FeltReader in) {
    return in.inside(
        () -> {
          Map<String, Object> values = new LinkedHashMap<>();
          members.get().forEach((name, type) -> values.put(name, type.read(in)));
          return Collections.unmodifiableMap(values);
        });
  }

  @Override
  void write(FeltWriter out, Object value) {
    Map<String, CairoType<?>> types = members.get();
    Map<String, Object> given = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, one) -> given.put(String.valueOf(name), one));
    } else if (value instanceof Record fields) {
      namedAlike(fields, types, given);
    } else {
      throw out.refused(value, this, "a map or a record with " + types.keySet());
    }
    if (!given.keySet().equals(types.keySet())) {
      throw out.refused("found members " + given.keySet() + ", must be " + types.keySet());
    }
    types.forEach((name, type) -> out.part("." + name, type, present(out, name, given)));
  }

  private static Object present(FeltWriter out, String name, Map<String, Object> given) {
    Object value = given.get(name);
    if (value == null) {
      throw out.refused("member " + name + " is null");
    }
    return value;
  }

  /** The components of a record under the names that Cairo writes, such as {@code token_id}. */
  private static void namedAlike(
      Record fields, Map<String, CairoType<?>> types, Map<String, Object> into) {
    Map<String, String> cairo = new LinkedHashMap<>();
    types.keySet().forEach(name -> cairo.put(alike(name), name));
    for (RecordComponent component : fields.getClass().getRecordComponents()) {
      String name = component.getName();
      Reflection.open(component.getAccessor(), name);
      into.put(
          cairo.getOrDefault(alike(name), name), Members.call(component.getAccessor(), fields));
    }
  }

  private static String alike(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  @Override
  public int leastFelts() {
    if (counting) {
      throw new MalformedInputException("type " + name() + " contains itself without end");
    }
    if (least < 0) {
      counting = true;
      try {
        least = members.get().values().stream().mapToInt(CairoType::leastFelts).sum();
      } finally {
        counting = false;
      }
    }
    return least;
  }

  @Override
  boolean gives(Type wanted) {
    return wanted instanceof ParameterizedType generic
        && generic.getRawType() == Map.class
        && List.of(generic.getActualTypeArguments()).equals(List.of(String.class, Object.class));
  }
}
