// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import java.lang.reflect.Type;
import java.util.List;

/**
 * An enum of Cairo as a Java type: a Java enum has variants without data, a sealed interface of
 * records has a variant each, in the order of its {@code permits} clause.
 *
 * @param <T> the Java type
 */
final class JavaEnumType<T> extends CairoType<T> {
  private final Class<T> type;
  private final List<? extends CairoType<?>> records;

  /** Of a sealed interface, with the forms of its records; of a Java enum, with none. */
  JavaEnumType(Class<T> type, List<? extends CairoType<?>> records) {
    super(type.getSimpleName());
    this.type = type;
    this.records = List.copyOf(records);
  }

  @Override
  T read(FeltReader in) {
    if (type.isEnum()) {
      T[] constants = type.getEnumConstants();
      return constants[in.variant(constants.length)];
    }
    CairoType<?> variant = records.get(in.variant(records.size()));
    return in.inside(() -> type.cast(variant.read(in)));
  }

  @Override
  void write(FeltWriter out, Object value) {
    if (!type.isInstance(value)) {
      throw out.refused(value, this, "a " + type.getTypeName());
    }
    if (value instanceof Enum<?> constant) {
      out.number(constant.ordinal());
      return;
    }
    for (int i = 0; i < records.size(); i++) {
      if (records.get(i).gives(value.getClass())) {
        out.number(i);
        out.part("." + records.get(i).name(), records.get(i), value);
      }
    }
  }

  @Override
  boolean gives(Type wanted) {
    return wanted == type;
  }
}
