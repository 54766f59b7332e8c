// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.hash;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.messaging.UInt256;
import io.crossline.starknet.Felt;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StarkFieldTest {
  private static final BigInteger P = Felt.PRIME.toBigInteger();

  private static List<BigInteger> numbers() {
    List<BigInteger> numbers = new ArrayList<>();
    for (int power : new int[] {0, 1, 50, 51, 63, 64, 102, 153, 191, 192, 196, 204, 250, 251}) {
      BigInteger bit = BigInteger.ONE.shiftLeft(power);
      numbers.add(bit);
      numbers.add(bit.subtract(BigInteger.ONE));
      numbers.add(P.subtract(bit).mod(P));
    }
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      numbers.add(new BigInteger(251, random));
    }
    return numbers;
  }

  private static long[] element(BigInteger number) {
    long[] element = new long[StarkField.LIMBS];
    StarkField.fromFelt(element, Felt.of(UInt256.of(number)));
    return element;
  }

  private static BigInteger number(long[] element) {
    return StarkField.toFelt(element).toBigInteger();
  }

  @Test
  void agreesWithBigIntegers() {
    for (BigInteger a : numbers()) {
      assertThat(number(element(a))).isEqualTo(a);
      for (BigInteger b : numbers()) {
        long[] r = new long[StarkField.LIMBS];
        StarkField.multiply(r, element(a), 0, element(b), 0);
        assertThat(number(r)).isEqualTo(a.multiply(b).mod(P));
        StarkField.subtract(r, element(a), element(b));
        assertThat(number(r)).isEqualTo(a.subtract(b).mod(P));
        StarkField.subtract(r, r, element(b), element(a));
        assertThat(number(r)).isEqualTo(a.add(b.shiftLeft(1)).negate().mod(P));
        StarkField.multiplyAdd(r, 7, element(a), element(b));
        assertThat(number(r)).isEqualTo(a.multiply(BigInteger.valueOf(7)).add(b).mod(P));
      }
    }
  }

  @Test
  void squaresAndInverts() {
    for (BigInteger a : numbers()) {
      long[] r = new long[StarkField.LIMBS];
      StarkField.square(r, element(a));
      assertThat(number(r)).isEqualTo(a.multiply(a).mod(P));
      if (a.signum() != 0) {
        StarkField.invert(r, element(a));
        assertThat(number(r)).isEqualTo(a.modInverse(P));
      }
    }
  }

  @Test
  void staysExactOverLongChainsOfUnreducedValues() {
    Random random = new Random(2);
    BigInteger expected = new BigInteger(251, random);
    BigInteger other = P.subtract(BigInteger.ONE);
    long[] value = element(expected);
    long[] constant = element(other);
    for (int i = 0; i < 5_000; i++) {
      StarkField.square(value, value);
      StarkField.subtract(value, value, constant);
      StarkField.subtract(value, constant, value);
      StarkField.multiply(value, value, 0, constant, 0);
      expected = expected.multiply(expected).mod(P).subtract(other);
      expected = other.subtract(expected).multiply(other).mod(P);
    }
    assertThat(number(value)).isEqualTo(expected);
  }
}
