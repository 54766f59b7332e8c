// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which Cairo type a Java type stands for, by itself or by a {@link Cairo} beside it. */
final class JavaForms {
  private static final Map<Class<?>, CairoType<?>> SIMPLE = simple();

  private JavaForms() {}

  private static Map<Class<?>, CairoType<?>> simple() {
    Map<Class<?>, CairoType<?>> simple = new HashMap<>();
    simple.put(Felt.class, CairoTypes.FELT);
    simple.put(boolean.class, CairoTypes.BOOL);
    simple.put(Boolean.class, CairoTypes.BOOL);
    simple.put(UInt64.class, CairoTypes.U64);
    simple.put(UInt256.class, CairoTypes.U256);
    simple.put(EthAddress.class, CairoTypes.ETH_ADDRESS);
    simple.put(Bytes.class, CairoTypes.BYTE_ARRAY);
    simple.put(String.class, CairoTypes.TEXT);
    return Map.copyOf(simple);
  }

  /**
   * Finds the form of a type.
   *
   * @param annotated the type with its annotations
   * @param where names it in errors
   * @param within the records that it stands in
   * @throws IllegalArgumentException if it has none
   */
  static CairoType<?> of(AnnotatedType annotated, String where, List<Class<?>> within) {
    Type type = annotated.getType();
    Cairo said = annotated.getAnnotation(Cairo.class);
    if (said != null) {
      return said(said.value(), type, where);
    }
    if (type instanceof ParameterizedType generic
        && annotated instanceof AnnotatedParameterizedType parameters) {
      List<CairoType<?>> parts = new ArrayList<>();
      for (AnnotatedType part : parameters.getAnnotatedActualTypeArguments()) {
        parts.add(of(part, where, within));
      }
      if (generic.getRawType() == List.class) {
        return CairoTypes.array(parts.get(0));
      } else if (generic.getRawType().getTypeName().equals("java.util.Optional")) {
        return CairoTypes.option(parts.get(0));
      } else if (generic.getRawType() == CairoResult.class) {
        return CairoTypes.result(parts.get(0), parts.get(1));
      }
    }
    return type instanceof Class<?> named ? of(named, where, within) : none(type, where);
  }

  private static CairoType<?> said(String text, Type type, String where) {
    CairoType<?> form;
    try {
      form = CairoTypes.parse(text);
    } catch (MalformedInputException malformed) {
      throw new IllegalArgumentException(
          where + ": @Cairo(\"" + text + "\"): " + malformed.getMessage(), malformed);
    }
    if (!form.gives(type) && text.equals("ByteArray") && type == String.class) {
      return CairoTypes.TEXT;
    }
    if (!form.gives(type)) {
      throw new IllegalArgumentException(
          where
              + ": @Cairo(\""
              + text
              + "\") does not fit "
              + type.getTypeName()
              + ". CairoTypes says which Java type each Cairo type has.");
    }
    return form;
  }

  /** The form of a class. */
  static CairoType<?> of(Class<?> type, String where, List<Class<?>> within) {
    CairoType<?> simple = SIMPLE.get(type);
    if (simple != null) {
      return simple;
    } else if (type.isRecord()) {
      return struct(type, where, within);
    } else if (type.isEnum()) {
      return new JavaEnumType<>(type, List.of());
    } else if (type.isSealed()) {
      return new JavaEnumType<>(type, variants(type, where, within));
    }
    return none(type, where);
  }

  private static CairoType<?> none(Type type, String where) {
    if (type == Payload.class) {
      throw new IllegalArgumentException(
          where
              + ": a Payload takes all the felts that are left. Make it a parameter by itself, the"
              + " last one.");
    }
    throw new IllegalArgumentException(
        where
            + ": "
            + type.getTypeName()
            + " has no Cairo form. Use Felt, boolean, UInt64, UInt256, EthAddress, Bytes or String"
            + " (ByteArray), a List, an Optional, a CairoResult, a record, an enum or a sealed"
            + " interface of these, or say the type, as in @Cairo(\"i64\") long.");
  }

  private static List<CairoType<?>> variants(Class<?> type, String where, List<Class<?>> within) {
    List<CairoType<?>> variants = new ArrayList<>();
    for (Class<?> variant : type.getPermittedSubclasses()) {
      if (!variant.isRecord()) {
        throw new IllegalArgumentException(
            where
                + ": "
                + variant.getTypeName()
                + " is no record. A sealed interface stands for a Cairo enum if all that it permits"
                + " are records.");
      }
      variants.add(struct(variant, where, within));
    }
    return variants;
  }

  private static CairoType<?> struct(Class<?> struct, String where, List<Class<?>> within) {
    if (within.contains(struct)) {
      throw new IllegalArgumentException(
          where
              + ": "
              + struct.getTypeName()
              + " contains itself. Take the felts as they are, as a Payload or a List<Felt>.");
    }
    List<Class<?>> deeper = Stream.concat(within.stream(), Stream.of(struct)).toList();
    List<CairoType<?>> components = new ArrayList<>();
    for (RecordComponent component : struct.getRecordComponents()) {
      components.add(of(component.getAnnotatedType(), where + "." + component.getName(), deeper));
    }
    return new RecordType<>(struct, components, where);
  }
}
