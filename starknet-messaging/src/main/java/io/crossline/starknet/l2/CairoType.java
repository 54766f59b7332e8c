// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.handler.HandlerException;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.starknet.Felt;
import io.crossline.starknet.Payload;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  Map<Class<?>, CairoType<?>> SIMPLE = simple();

  /** The widths that a number in one felt can have. */
  Map<Class<?>, Set<Integer>> WIDTHS =
      Map.of(
          UInt64.class, Set.of(8, 16, 32, 64), UInt256.class, Set.of(8, 16, 32, 64, 96, 128, 160));

  private static Map<Class<?>, CairoType<?>> simple() {
    Map<Class<?>, CairoType<?>> simple = new HashMap<>();
    simple.put(Felt.class, FeltReader::felt);
    simple.put(boolean.class, FeltReader::bool);
    simple.put(Boolean.class, FeltReader::bool);
    simple.put(UInt64.class, FeltReader::uint64);
    simple.put(UInt256.class, FeltReader::uint256);
    simple.put(EthAddress.class, FeltReader::ethAddress);
    simple.put(Bytes.class, FeltReader::byteArray);
    simple.put(String.class, FeltReader::text);
    simple.put(Payload.class, FeltReader::rest);
    return Map.copyOf(simple);
  }

  /**
   * Finds the Cairo form of a parameter.
   *
   * @param type the type of the parameter
   * @param element the parameter, for its {@link Width}
   * @param where names the parameter in errors
   * @return how it is read
   * @throws HandlerException if the type has no Cairo form
   */
  static CairoType<?> of(Type type, AnnotatedElement element, String where) {
    return of(type, Optional.ofNullable(element.getAnnotation(Width.class)), where, List.of());
  }

  /** The same for a part of a list or of a record, with the types that it is within. */
  static CairoType<?> part(Type type, Optional<Width> width, String where, List<Class<?>> within) {
    if (type == Payload.class) {
      throw new HandlerException(
          where
              + ": a Payload takes all the felts that are left. Make it a parameter by itself, the"
              + " last one.");
    }
    return of(type, width, where, within);
  }

  private static CairoType<?> of(
      Type type, Optional<Width> width, String where, List<Class<?>> within) {
    if (width.isPresent()) {
      return ofWidth(type, width.get().value(), where);
    }
    if (type instanceof ParameterizedType generic) {
      Type inner = generic.getActualTypeArguments()[0];
      if (generic.getRawType() == List.class) {
        CairoType<?> item = part(inner, Optional.empty(), where, within);
        return input -> input.list(item);
      }
      if (generic.getRawType() == Optional.class) {
        CairoType<?> some = part(inner, Optional.empty(), where, within);
        return input -> input.option(some);
      }
    }
    if (type instanceof Class<?> named) {
      if (SIMPLE.containsKey(named)) {
        return SIMPLE.get(named);
      }
      if (named.isRecord()) {
        return CairoStruct.of(named, where, within, false);
      }
      if (named.isEnum() || named.isSealed()) {
        return CairoEnum.of(named, where, within);
      }
    }
    throw new HandlerException(
        where
            + ": "
            + type.getTypeName()
            + " has no Cairo form. Use Felt, boolean, UInt64, UInt256, EthAddress, Bytes or String"
            + " (ByteArray), a List, an Optional, a record, an enum or a sealed interface of"
            + " these, or Payload for the rest.");
  }

  private static CairoType<?> ofWidth(Type type, int bits, String where) {
    if (!WIDTHS.getOrDefault(type, Set.of()).contains(bits)) {
      throw new HandlerException(
          where
              + ": @Width("
              + bits
              + ") does not fit "
              + type.getTypeName()
              + ". Use 8, 16, 32 or 64 with UInt64, and these, 96, 128 or 160 with UInt256.");
    }
    return type == UInt64.class
        ? input -> UInt64.of(input.unsigned(bits))
        : input -> input.unsigned(bits).toUInt256();
  }
}
