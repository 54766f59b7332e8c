// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.handler.HandlerException;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How a Java parameter is read from felts, as Cairo's {@code Serde} writes them. {@link L1Handler}
 * lists the types.
 *
 * @param <T> the Java type
 */
interface CairoType<T> {
  /**
   * Reads a value.
   *
   * @param input the felts, positioned at the value
   * @return the value
   * @throws MalformedInputException if the felts do not hold such a value
   */
  T read(FeltReader input);

  /** The types that have a form of their own. */
  Map<Class<?>, CairoType<?>> SIMPLE =
      Map.of(
          Felt.class,
          FeltReader::felt,
          boolean.class,
          FeltReader::bool,
          Boolean.class,
          FeltReader::bool,
          UInt64.class,
          FeltReader::uint64,
          UInt256.class,
          FeltReader::uint256,
          EthAddress.class,
          FeltReader::ethAddress,
          Payload.class,
          FeltReader::rest);

  /**
   * Finds the Cairo form of a Java type.
   *
   * @param type the type of a parameter
   * @param where names the parameter in errors
   * @return how it is read
   * @throws HandlerException if the type has no Cairo form
   */
  static CairoType<?> of(Type type, String where) {
    return of(type, where, List.of());
  }

  private static CairoType<?> of(Type type, String where, List<Class<?>> within) {
    if (type instanceof Class<?> simple && SIMPLE.containsKey(simple)) {
      return SIMPLE.get(simple);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      CairoType<?> element = part(generic.getActualTypeArguments()[0], where, within);
      return input -> input.list(element);
    }
    if (type instanceof Class<?> struct && struct.isRecord()) {
      return record(struct, where, within);
    }
    throw new HandlerException(
        where
            + ": "
            + type.getTypeName()
            + " has no Cairo form. Use Felt, boolean, UInt64, UInt256, EthAddress, a List or a"
            + " record of these, or Payload for the rest.");
  }

  /** The type of a part of a list or of a record. */
  private static CairoType<?> part(Type type, String where, List<Class<?>> within) {
    if (type == Payload.class) {
      throw new HandlerException(
          where
              + ": a Payload takes all the felts that are left. Make it a parameter by itself, the"
              + " last one.");
    }
    return of(type, where, within);
  }

  private static CairoType<?> record(Class<?> struct, String where, List<Class<?>> within) {
    if (within.contains(struct)) {
      throw new HandlerException(
          where
              + ": "
              + struct.getTypeName()
              + " contains itself. Take the felts as they are, as a Payload or a List<Felt>.");
    }
    if (struct.getRecordComponents().length == 0) {
      // Elements of no felts would let a payload ask for far more of them than it has felts.
      throw new HandlerException(where + ": " + struct.getTypeName() + " has no components.");
    }
    List<Class<?>> deeper = new ArrayList<>(within);
    deeper.add(struct);
    List<CairoType<?>> components = new ArrayList<>();
    for (RecordComponent component : struct.getRecordComponents()) {
      components.add(part(component.getGenericType(), where + "." + component.getName(), deeper));
    }
    Class<?>[] types =
        Arrays.stream(struct.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Function<Object[], Object> constructor = Reflection.constructor(struct, types, where);
    return input ->
        constructor.apply(components.stream().map(type -> (Object) type.read(input)).toArray());
  }
}
