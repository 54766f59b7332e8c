// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.UInt256;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.function.Function;

/** Cairo's u256 and u512: limbs of 128 bits, the lowest first. */
final class WideType<T> extends CairoType<T> {
  private static final int LIMB_BITS = 128;
  private static final BigInteger LIMB = BigInteger.ONE.shiftLeft(LIMB_BITS);

  private final int limbs;
  private final Class<T> java;
  private final Function<Felt[], T> reader;

  private WideType(int limbs, Class<T> java, Function<Felt[], T> reader) {
    super("core::integer::u" + limbs * LIMB_BITS);
    this.limbs = limbs;
    this.java = java;
    this.reader = reader;
  }

  static CairoType<UInt256> u256() {
    return new WideType<>(
        2,
        UInt256.class,
        limbs ->
            UInt256.ofLimbs(
                limbs[1].limb(2), limbs[1].limb(3), limbs[0].limb(2), limbs[0].limb(3)));
  }

  static CairoType<BigInteger> u512() {
    return new WideType<>(
        4,
        BigInteger.class,
        limbs -> {
          BigInteger sum = BigInteger.ZERO;
          for (int i = limbs.length - 1; i >= 0; i--) {
            sum = sum.shiftLeft(LIMB_BITS).add(limbs[i].toBigInteger());
          }
          return sum;
        });
  }

  @Override
  T read(FeltReader in) {
    Felt[] read = new Felt[limbs];
    for (int i = 0; i < limbs; i++) {
      read[i] = in.felt();
      if ((read[i].limb(0) | read[i].limb(1)) != 0) {
        throw in.refused(read[i], "a limb of a " + FeltWriter.shortened(name()) + " (below 2^128)");
      }
    }
    return reader.apply(read);
  }

  @Override
  void write(FeltWriter out, Object value) {
    if (limbs == 2 && value instanceof UInt256 number) {
      out.felt(Felt.ofLimbs(0, 0, number.limb(2), number.limb(3)));
      out.felt(Felt.ofLimbs(0, 0, number.limb(0), number.limb(1)));
      return;
    }
    int bits = limbs * LIMB_BITS;
    BigInteger rest =
        CairoNumbers.of(value)
            .filter(number -> number.signum() >= 0 && number.bitLength() <= bits)
            .orElseThrow(() -> out.refused(value, this, "a number from 0 to 2^" + bits + " - 1"));
    for (int i = 0; i < limbs; i++) {
      out.felt(CairoNumbers.felt(rest.mod(LIMB)));
      rest = rest.shiftRight(LIMB_BITS);
    }
  }

  @Override
  public int leastFelts() {
    return limbs;
  }

  @Override
  boolean gives(Type wanted) {
    return wanted == java;
  }
}
