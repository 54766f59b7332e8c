// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.core.json.Suggestion;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** An enum without a Java type of its own: the index of the variant, then its data. */
final class EnumType extends CairoType<CairoVariant> {
  private final Supplier<Map<String, CairoType<?>>> variants;

  EnumType(String name, Supplier<Map<String, CairoType<?>>> variants) {
    super(name);
    this.variants = variants;
  }

  @Override
  CairoVariant read(FeltReader in) {
    Map<String, CairoType<?>> known = variants.get();
    String name = new ArrayList<>(known.keySet()).get(in.variant(known.size()));
    CairoType<?> data = Objects.requireNonNull(known.get(name));
    return in.inside(
        () -> {
          Object value = data.read(in);
          return new CairoVariant(
              name, data == ChoiceType.UNIT ? Optional.empty() : Optional.of(value));
        });
  }

  @Override
  void write(FeltWriter out, Object value) {
    CairoVariant variant = variant(out, this, value);
    Map<String, CairoType<?>> known = variants.get();
    CairoType<?> data = known.get(variant.name());
    if (data == null) {
      throw out.refused(
          "no variant \""
              + variant.name()
              + "\". "
              + Suggestion.instead(variant.name(), known.keySet()));
    }
    if (variant.data().isEmpty() && data != ChoiceType.UNIT) {
      throw out.refused(variant.name() + " has data: write {\"" + variant.name() + "\": data}");
    }
    out.number(new ArrayList<>(known.keySet()).indexOf(variant.name()));
    out.part("." + variant.name(), data, variant.written());
  }

  /** A variant as it is written: by its name, or as the only entry of a map. */
  static CairoVariant variant(FeltWriter out, CairoType<?> type, Object value) {
    if (value instanceof CairoVariant variant) {
      return variant;
    } else if (value instanceof CairoText written) {
      return new CairoVariant(written.text());
    } else if (value instanceof String name) {
      return new CairoVariant(name);
    } else if (value instanceof Enum<?> constant) {
      return new CairoVariant(constant.name());
    } else if (value instanceof Map<?, ?> map && map.size() == 1) {
      Map.Entry<?, ?> only = map.entrySet().iterator().next();
      return new CairoVariant(String.valueOf(only.getKey()), only.getValue());
    }
    throw out.refused(value, type, "a variant: its name, or {name: data}");
  }

  @Override
  boolean gives(Type wanted) {
    return wanted == CairoVariant.class;
  }
}
