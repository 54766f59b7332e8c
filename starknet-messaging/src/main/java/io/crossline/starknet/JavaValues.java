// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes values whose Cairo type nobody says, by their Java types: {@link JavaForms} has these. */
final class JavaValues {
  private JavaValues() {}

  /**
   * Writes a value.
   *
   * @param where names it in errors
   * @throws IllegalArgumentException if its encoding could only be guessed
   */
  static void write(FeltWriter out, Object value, String where) {
    if (value instanceof CairoValue typed) {
      out.all(typed.felts());
    } else if (value instanceof Payload payload) {
      out.all(payload.felts());
    } else if (value instanceof Selector selector) {
      out.felt(selector.value());
    } else if (value instanceof List<?> items) {
      out.number(items.size());
      items.forEach(item -> write(out, item, where + "[]"));
    } else if (value instanceof Optional<?> optional) {
      out.number(optional.isPresent() ? 0 : 1);
      optional.ifPresent(some -> write(out, some, where));
    } else if (value instanceof CairoResult.Ok<?, ?> ok) {
      out.number(0);
      write(out, ok.value(), where);
    } else if (value instanceof CairoResult.Err<?, ?> err) {
      out.number(1);
      write(out, err.error(), where);
    } else {
      form(value, where).write(out, value);
    }
  }

  private static CairoType<?> form(@Nullable Object value, String where) {
    if (value == null) {
      throw new IllegalArgumentException(where + ": is null");
    }
    try {
      return CairoTypes.of(value.getClass());
    } catch (IllegalArgumentException none) {
      throw new IllegalArgumentException(
          where
              + ": "
              + value.getClass().getSimpleName()
              + " has no single Cairo form; pass a Felt, Selector, EthAddress, UInt64, UInt256,"
              + " Boolean, String or Bytes (ByteArray), a List, an Optional or a record of these, or"
              + " a value with its type, such as CairoTypes.U128.of("
              + value
              + ")",
          none);
    }
  }
}
