// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.typed;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records, as tuples of their components. */
final class RecordCarrier implements AbiCarrier {
  private final AbiType type;
  private final Constructor<?> constructor;
  private final List<Method> accessors;
  private final List<AbiCarrier> components;

  private RecordCarrier(
      AbiType type,
      Constructor<?> constructor,
      List<Method> accessors,
      List<AbiCarrier> components) {
    this.type = type;
    this.constructor = constructor;
    this.accessors = accessors;
    this.components = components;
  }

  static @Nullable AbiCarrier of(Class<?> record, AbiType abi, String where, Opener opener) {
    RecordComponent[] fields = record.getRecordComponents();
    if (!(abi instanceof AbiType.Tuple tuple) || tuple.components().size() != fields.length) {
      return null;
    }
    List<AbiCarrier> components = new ArrayList<>();
    List<Method> accessors = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      String component = where + ": " + record.getSimpleName() + "." + fields[i].getName();
      components.add(
          AbiCarrier.of(fields[i].getGenericType(), tuple.components().get(i), component, opener));
      accessors.add(opener.open(fields[i].getAccessor(), where));
    }
    return new RecordCarrier(abi, canonical(record, fields, where, opener), accessors, components);
  }

  private static Constructor<?> canonical(
      Class<?> record, RecordComponent[] fields, String where, Opener opener) {
    Class<?>[] types = Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      return opener.open(record.getDeclaredConstructor(types), where);
    } catch (NoSuchMethodException absent) {
      throw new IllegalStateException(record + " has no canonical constructor", absent);
    }
  }

  @Override
  public AbiType type() {
    return type;
  }

  @Override
  public AbiValue encode(@Nullable Object value) {
    Object record = AbiCarrier.present(value, type);
    List<AbiValue> values = new ArrayList<>();
    for (int i = 0; i < accessors.size(); i++) {
      values.add(components.get(i).encode(Members.call(accessors.get(i), record)));
    }
    return AbiValue.tuple(values);
  }

  @Override
  public Object decode(AbiValue value) {
    List<AbiValue> values = ((AbiValue.Tuple) value).values();
    Object[] arguments = new Object[values.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = components.get(i).decode(values.get(i));
    }
    return Members.construct(constructor, arguments);
  }
}
