// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Function;

/** A whole number in one felt; what is below 0 stands as P less. */
final class IntegerType<T> extends CairoType<T> {
  private final BigInteger min;
  private final BigInteger max;
  private final String range;
  private final List<? extends Type> java;
  private final Function<BigInteger, T> reader;

  IntegerType(
      String name,
      BigInteger min,
      BigInteger max,
      List<? extends Type> java,
      Function<BigInteger, T> reader) {
    super(name);
    this.min = min;
    this.max = max;
    this.range = bound(min) + " to " + bound(max);
    this.java = java;
    this.reader = reader;
  }

  /** A bound in words: that of a wide type as a power. */
  private static String bound(BigInteger bound) {
    if (bound.bitLength() < 32) {
      return bound.toString();
    }
    return bound.signum() > 0 && bound.add(BigInteger.ONE).bitCount() == 1
        ? "2^" + bound.bitLength() + " - 1"
        : bound.signum() < 0 && bound.negate().bitCount() == 1
            ? "-2^" + (bound.negate().bitLength() - 1)
            : bound.toString();
  }

  @Override
  T read(FeltReader in) {
    Felt felt = in.felt();
    BigInteger number = felt.toBigInteger();
    if (min.signum() < 0 && number.compareTo(max) > 0) {
      number = number.subtract(CairoNumbers.PRIME);
    }
    if (!holds(number)) {
      throw in.refused(felt, "a " + FeltWriter.shortened(name()) + " (must be from " + range + ")");
    }
    return reader.apply(number);
  }

  private boolean holds(BigInteger number) {
    return number.compareTo(min) >= 0 && number.compareTo(max) <= 0;
  }

  @Override
  void write(FeltWriter out, Object value) {
    BigInteger number =
        CairoNumbers.of(value)
            .filter(this::holds)
            .orElseThrow(() -> out.refused(value, this, "a number from " + range));
    out.felt(CairoNumbers.felt(number));
  }

  @Override
  boolean gives(Type wanted) {
    return java.contains(wanted);
  }
}
