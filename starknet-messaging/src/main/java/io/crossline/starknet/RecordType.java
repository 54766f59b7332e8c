// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.core.typed.Members;
import io.crossline.starknet.reflect.Reflection;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A struct or a tuple as a Java record: the components in order.
 *
 * @param <T> the record
 */
final class RecordType<T> extends CairoType<T> {
  private final Class<T> type;
  private final List<CairoType<?>> components;
  private final List<Method> accessors = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Function<Object[], Object> constructor;

  RecordType(Class<T> type, List<CairoType<?>> components, String where) {
    super(type.getSimpleName());
    this.type = type;
    this.components = List.copyOf(components);
    RecordComponent[] declared = type.getRecordComponents();
    for (RecordComponent component : declared) {
      Reflection.open(component.getAccessor(), where);
      accessors.add(component.getAccessor());
      names.add("." + component.getName());
    }
    constructor =
        Reflection.constructor(
            type,
            Stream.of(declared).map(RecordComponent::getType).toArray(Class<?>[]::new),
            where);
  }

  @Override
  T read(FeltReader in) {
    return in.inside(
        () -> {
          Object[] parts = new Object[components.size()];
          for (int i = 0; i < parts.length; i++) {
            parts[i] = components.get(i).read(in);
          }
          return type.cast(constructor.apply(parts));
        });
  }

  @Override
  void write(FeltWriter out, Object value) {
    if (!type.isInstance(value)) {
      throw out.refused(value, this, "a " + type.getTypeName());
    }
    for (int i = 0; i < accessors.size(); i++) {
      Object part = Members.call(accessors.get(i), value);
      if (part == null) {
        throw out.refused(names.get(i).substring(1) + " is null");
      }
      out.part(names.get(i), components.get(i), part);
    }
  }

  @Override
  public int leastFelts() {
    return components.stream().mapToInt(CairoType::leastFelts).sum();
  }

  @Override
  boolean gives(Type wanted) {
    return wanted == type;
  }
}
