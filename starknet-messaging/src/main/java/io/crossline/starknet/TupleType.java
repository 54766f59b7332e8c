// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A tuple: its values in order. The unit type is the tuple of none. */
final class TupleType extends CairoType<List<Object>> {
  private final List<CairoType<?>> parts;

  TupleType(List<CairoType<?>> parts) {
    super(parts.stream().map(CairoType::name).collect(Collectors.joining(", ", "(", ")")));
    this.parts = List.copyOf(parts);
  }

  @Override
  List<Object> read(FeltReader in) {
    return in.inside(
        () -> {
          List<Object> values = new ArrayList<>();
          parts.forEach(part -> values.add(part.read(in)));
          return List.copyOf(values);
        });
  }

  @Override
  void write(FeltWriter out, Object value) {
    if (!(value instanceof List<?> values)) {
      throw out.refused(value, this, "a list of " + parts.size());
    }
    if (values.size() != parts.size()) {
      throw out.refused("found " + values.size() + " values, must be " + parts.size());
    }
    for (int i = 0; i < parts.size(); i++) {
      out.part("[" + i + "]", parts.get(i), values.get(i));
    }
  }

  @Override
  public int leastFelts() {
    return parts.stream().mapToInt(CairoType::leastFelts).sum();
  }

  @Override
  boolean gives(Type wanted) {
    return wanted instanceof ParameterizedType generic
        && generic.getRawType() == List.class
        && generic.getActualTypeArguments()[0] == Object.class;
  }
}
