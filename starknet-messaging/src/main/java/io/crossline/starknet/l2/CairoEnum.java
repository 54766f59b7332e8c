// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import io.crossline.core.handler.HandlerException;
import java.util.ArrayList;
import java.util.List;

/**
 * Enums of Cairo: the index of the variant, then its data. A Java enum has variants without data; a
 * sealed interface of records has one variant a record, in the order of its {@code permits} clause.
 */
final class CairoEnum {
  private CairoEnum() {}

  static CairoType<?> of(Class<?> type, String where, List<Class<?>> within) {
    if (type.isEnum()) {
      Object[] variants = type.getEnumConstants();
      return input -> variants[input.variant(variants.length)];
    }
    List<CairoType<?>> variants = new ArrayList<>();
    for (Class<?> variant : type.getPermittedSubclasses()) {
      if (!variant.isRecord()) {
        throw new HandlerException(
            where
                + ": "
                + variant.getTypeName()
                + " is no record. A sealed interface stands for a Cairo enum if all that it permits"
                + " are records.");
      }
      variants.add(CairoStruct.of(variant, where, within, true));
    }
    return input -> variants.get(input.variant(variants.size())).read(input);
  }
}
