// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import java.lang.reflect.Type;
import java.util.List;

/**
 * Cairo's NonZero of a number.
 *
 * @param <T> the Java type of the number
 */
final class NonZeroType<T> extends CairoType<T> {
  private final CairoType<T> number;

  NonZeroType(CairoType<T> number) {
    super("core::zeroable::NonZero::<" + number.name() + ">");
    this.number = number;
  }

  @Override
  T read(FeltReader in) {
    T value = number.read(in);
    if (isZero(number.encode(value))) {
      throw in.refused(Felt.ZERO, "a " + FeltWriter.shortened(name()));
    }
    return value;
  }

  @Override
  void write(FeltWriter out, Object value) {
    FeltWriter written = new FeltWriter();
    number.write(written, value);
    if (isZero(written.felts())) {
      throw out.refused(value, this, "another number than 0");
    }
    out.all(written.felts());
  }

  private static boolean isZero(List<Felt> felts) {
    return felts.stream().allMatch(Felt::isZero);
  }

  @Override
  public int leastFelts() {
    return number.leastFelts();
  }

  @Override
  boolean gives(Type wanted) {
    return number.gives(wanted);
  }
}
