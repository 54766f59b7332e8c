// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;

/** Cairo's own enums that have a Java type: Option and Result. */
abstract class ChoiceType<T> extends CairoType<T> {
  private final CairoType<?> first;
  private final CairoType<?> second;

  private ChoiceType(String name, CairoType<?> first, CairoType<?> second) {
    super(name);
    this.first = first;
    this.second = second;
  }

  static final CairoType<List<Object>> UNIT = new TupleType(List.of());

  /** Option: 0 and a value, or 1. */
  static final class Maybe<T> extends ChoiceType<Optional<T>> {
    private final CairoType<T> some;

    Maybe(CairoType<T> some) {
      super("core::option::Option::<" + some.name() + ">", some, UNIT);
      this.some = some;
    }

    @Override
    Optional<T> read(FeltReader in) {
      return in.inside(() -> in.variant(2) == 0 ? Optional.of(some.read(in)) : Optional.<T>empty());
    }

    @Override
    void write(FeltWriter out, Object value) {
      if (value instanceof Optional<?> optional) {
        optional.ifPresentOrElse(
            one -> first(out, "Some", one), () -> second(out, "None", List.of()));
      } else {
        CairoVariant variant = EnumType.variant(out, this, value);
        if (variant.name().equals("Some")) {
          first(out, "Some", variant.written());
        } else if (variant.name().equals("None")) {
          second(out, "None", variant.written());
        } else {
          throw out.refused(value, this, "an Optional, \"None\" or {\"Some\": value}");
        }
      }
    }

    @Override
    boolean gives(Type wanted) {
      return wanted instanceof ParameterizedType generic
          && generic.getRawType() == Optional.class
          && some.gives(generic.getActualTypeArguments()[0]);
    }
  }

  /** Result: 0 and what went well, or 1 and the error. */
  static final class Either<T, E> extends ChoiceType<CairoResult<T, E>> {
    private final CairoType<T> ok;
    private final CairoType<E> err;

    Either(CairoType<T> ok, CairoType<E> err) {
      super("core::result::Result::<" + ok.name() + ", " + err.name() + ">", ok, err);
      this.ok = ok;
      this.err = err;
    }

    @Override
    CairoResult<T, E> read(FeltReader in) {
      return in.inside(
          () ->
              in.variant(2) == 0
                  ? new CairoResult.Ok<T, E>(ok.read(in))
                  : new CairoResult.Err<T, E>(err.read(in)));
    }

    @Override
    void write(FeltWriter out, Object value) {
      if (value instanceof CairoResult.Ok<?, ?> good) {
        first(out, "Ok", good.value());
      } else if (value instanceof CairoResult.Err<?, ?> bad) {
        second(out, "Err", bad.error());
      } else {
        CairoVariant variant = EnumType.variant(out, this, value);
        if (variant.name().equals("Ok")) {
          first(out, "Ok", variant.written());
        } else if (variant.name().equals("Err")) {
          second(out, "Err", variant.written());
        } else {
          throw out.refused(value, this, "{\"Ok\": value} or {\"Err\": error}");
        }
      }
    }

    @Override
    boolean gives(Type wanted) {
      return wanted instanceof ParameterizedType generic
          && generic.getRawType() == CairoResult.class
          && ok.gives(generic.getActualTypeArguments()[0])
          && err.gives(generic.getActualTypeArguments()[1]);
    }
  }

  final void first(FeltWriter out, String name, Object value) {
    out.number(0);
    out.part("." + name, first, value);
  }

  final void second(FeltWriter out, String name, Object value) {
    out.number(1);
    out.part("." + name, second, value);
  }
}
