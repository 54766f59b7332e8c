// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.handler.HandlerException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Structs of Cairo as Java records: the components in order. */
final class CairoStruct {
  private CairoStruct() {}

  /**
   * Prepares a record.
   *
   * @param unitAllowed whether it may have no components, as a variant without data has none
   */
  static CairoType<?> of(
      Class<?> struct, String where, List<Class<?>> within, boolean unitAllowed) {
    if (within.contains(struct)) {
      throw new HandlerException(
          where
              + ": "
              + struct.getTypeName()
              + " contains itself. Take the felts as they are, as a Payload or a List<Felt>.");
    }
    RecordComponent[] declared = struct.getRecordComponents();
    if (declared.length == 0 && !unitAllowed) {
      // Elements of no felts would let a payload ask for far more of them than it has felts.
      throw new HandlerException(where + ": " + struct.getTypeName() + " has no components.");
    }
    List<Class<?>> deeper = new ArrayList<>(within);
    deeper.add(struct);
    List<CairoType<?>> components = new ArrayList<>();
    for (RecordComponent component : declared) {
      components.add(
          CairoType.part(
              component.getGenericType(),
              Optional.ofNullable(component.getAnnotation(Width.class)),
              where + "." + component.getName(),
              deeper));
    }
    Class<?>[] types =
        Arrays.stream(declared).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Function<Object[], Object> constructor = Reflection.constructor(struct, types, where);
    return input ->
        constructor.apply(components.stream().map(type -> (Object) type.read(input)).toArray());
  }
}
