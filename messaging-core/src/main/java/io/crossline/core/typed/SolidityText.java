// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.typed;

import io.crossline.core.handler.HandlerException;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * Which Solidity type a Java type stands for.
 *
 * <p>Thread-safe: functions without a state that is shared.
 */
public final class SolidityText {
  private static final Map<Type, String> PLAIN =
      Map.ofEntries(
          Map.entry(boolean.class, "bool"),
          Map.entry(Boolean.class, "bool"),
          Map.entry(int.class, "int32"),
          Map.entry(Integer.class, "int32"),
          Map.entry(long.class, "int64"),
          Map.entry(Long.class, "int64"),
          Map.entry(UInt64.class, "uint64"),
          Map.entry(UInt256.class, "uint256"),
          Map.entry(EthAddress.class, "address"),
          Map.entry(Bytes.class, "bytes"),
          Map.entry(Bytes32.class, "bytes32"),
          Map.entry(String.class, "string"));

  private final String where;
  private final List<Class<?>> records = new ArrayList<>();

  private SolidityText(String where) {
    this.where = where;
  }

  /**
   * The canonical text.
   *
   * @param type the Java type
   * @param where what to begin an error with
   * @return such as {@code uint256[]}
   * @throws HandlerException if no Solidity type is known for it
   */
  public static String of(Type type, String where) {
    return new SolidityText(where).text(type);
  }

  /** What the elements of an array or list are; null for anything else. */
  static @Nullable Type element(Type type) {
    if (type instanceof Class<?> array && array.isArray()) {
      return array.getComponentType();
    }
    if (type instanceof GenericArrayType array) {
      return array.getGenericComponentType();
    }
    return type instanceof ParameterizedType list && list.getRawType() == List.class
        ? list.getActualTypeArguments()[0]
        : null;
  }

  private String text(Type type) {
    String plain = PLAIN.get(type);
    if (plain != null) {
      return plain;
    }
    Type element = element(type);
    if (element != null) {
      return text(element) + "[]";
    }
    if (type instanceof Class<?> record && record.isRecord()) {
      return tuple(record);
    }
    throw new HandlerException(
        where
            + ": "
            + type.getTypeName()
            + " has no counterpart in Solidity. Use boolean, int, long, UInt64, UInt256, EthAddress,"
            + " Bytes, Bytes32, String, lists and arrays of these, or a record of these.");
  }

  private String tuple(Class<?> record) {
    if (records.contains(record)) {
      throw new HandlerException(
          where + ": " + record.getName() + " contains itself, so it has no size. Cut the circle.");
    }
    if (record.getRecordComponents().length == 0) {
      throw new HandlerException(
          where + ": " + record.getName() + " has no components, and Solidity has no empty tuple.");
    }
    records.add(record);
    StringJoiner components = new StringJoiner(",", "(", ")");
    for (RecordComponent component : record.getRecordComponents()) {
      components.add(text(component.getGenericType()));
    }
    records.remove(record);
    return components.toString();
  }
}
