// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import java.lang.reflect.Type;

/** Cairo's bool: any word but 0 is true. */
final class BoolType extends CairoType<Boolean> {
  BoolType() {
    super("core::bool");
  }

  @Override
  Boolean read(FeltReader in) {
    return !in.felt().isZero();
  }

  @Override
  void write(FeltWriter out, Object value) {
    String text = value instanceof CairoText written ? written.text() : String.valueOf(value);
    if (!(value instanceof Boolean || value instanceof CairoText)
        || !(text.equals("true") || text.equals("false"))) {
      throw out.refused(value, this, "true or false");
    }
    out.felt(text.equals("true") ? Felt.ONE : Felt.ZERO);
  }

  @Override
  boolean gives(Type wanted) {
    return wanted == Boolean.class || wanted == boolean.class;
  }
}
