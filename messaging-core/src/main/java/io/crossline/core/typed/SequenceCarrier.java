// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.typed;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists and arrays, as {@code T[]} and {@code T[k]}. */
final class SequenceCarrier implements AbiCarrier {
  private final AbiType type;
  private final AbiCarrier element;
  private final @Nullable Class<?> arrayOf;

  private SequenceCarrier(AbiType type, AbiCarrier element, @Nullable Class<?> arrayOf) {
    this.type = type;
    this.element = element;
    this.arrayOf = arrayOf;
  }

  static @Nullable AbiCarrier of(
      Type java, Type element, AbiType abi, String where, Opener opener) {
    AbiType inner =
        abi instanceof AbiType.Array array
            ? array.element()
            : abi instanceof AbiType.FixedArray array ? array.element() : null;
    if (inner == null) {
      return null;
    }
    boolean list = java instanceof ParameterizedType;
    return new SequenceCarrier(
        abi, AbiCarrier.of(element, inner, where, opener), list ? null : raw(element));
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    return type instanceof GenericArrayType array
        ? raw(array.getGenericComponentType()).arrayType()
        : List.class;
  }

  @Override
  public AbiType type() {
    return type;
  }

  @Override
  public AbiValue encode(@Nullable Object value) {
    Object sequence = AbiCarrier.present(value, type);
    List<AbiValue> values = new ArrayList<>();
    if (sequence instanceof List<?> list) {
      list.forEach(item -> values.add(element.encode(item)));
    } else {
      for (int i = 0; i < Array.getLength(sequence); i++) {
        values.add(element.encode(Array.get(sequence, i)));
      }
    }
    return AbiValue.array(values);
  }

  @Override
  public Object decode(AbiValue value) {
    List<AbiValue> values = ((AbiValue.Array) value).values();
    if (arrayOf == null) {
      return values.stream().map(element::decode).toList();
    }
    Object array = Array.newInstance(arrayOf, values.size());
    for (int i = 0; i < values.size(); i++) {
      Array.set(array, i, element.decode(values.get(i)));
    }
    return array;
  }
}
