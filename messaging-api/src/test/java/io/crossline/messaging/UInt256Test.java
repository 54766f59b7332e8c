// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UInt256Test {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);
  private static final String MAX_DECIMAL =
      "115792089237316195423570985008687907853269984665640564039457584007913129639935";

  /**
   * Numbers whose limbs are 0, 1, all ones, or random: carries and borrows run through all of them.
   */
  private static List<UInt256> samples() {
    Random random = new Random(256);
    List<UInt256> samples = new ArrayList<>(List.of(UInt256.ZERO, UInt256.ONE, UInt256.MAX));
    for (int i = 0; i < 60; i++) {
      long[] limbs = new long[4];
      for (int k = 0; k < 4; k++) {
        int kind = random.nextInt(5);
        limbs[k] =
            kind == 0
                ? 0
                : kind == 1 ? 1 : kind == 2 ? -1 : kind == 3 ? Long.MIN_VALUE : random.nextLong();
      }
      samples.add(UInt256.ofLimbs(limbs[0], limbs[1], limbs[2], limbs[3]));
    }
    return samples;
  }

  @Test
  void addsSubtractsAndComparesAsNumbersDo() {
    for (UInt256 a : samples()) {
      for (UInt256 b : samples()) {
        BigInteger x = a.toBigInteger();
        BigInteger y = b.toBigInteger();
        assertThat(a.plusWrapping(b).toBigInteger()).isEqualTo(x.add(y).mod(MODULUS));
        assertThat(a.minusWrapping(b).toBigInteger()).isEqualTo(x.subtract(y).mod(MODULUS));
        assertThat(a.plusOverflows(b)).isEqualTo(x.add(y).compareTo(MODULUS) >= 0);
        assertThat(Integer.signum(a.compareTo(b))).isEqualTo(x.compareTo(y));
        assertThat(a.equals(b)).isEqualTo(x.equals(y));
        if (a.equals(b)) {
          assertThat(a.hashCode()).isEqualTo(b.hashCode());
        }
        if (x.compareTo(y) >= 0) {
          assertThat(a.minus(b).toBigInteger()).isEqualTo(x.subtract(y));
        } else {
          assertThatExceptionOfType(ArithmeticException.class)
              .isThrownBy(() -> a.minus(b))
              .withMessage("uint256 underflow: " + x + " - " + y);
        }
        if (x.add(y).compareTo(MODULUS) < 0) {
          assertThat(a.plus(b).toBigInteger()).isEqualTo(x.add(y));
        } else {
          assertThatExceptionOfType(ArithmeticException.class)
              .isThrownBy(() -> a.plus(b))
              .withMessage("uint256 overflow: " + x + " + " + y);
        }
      }
    }
  }

  @Test
  void everyFormLeadsBack() {
    for (UInt256 number : samples()) {
      BigInteger big = number.toBigInteger();
      assertThat(number).hasToString(big.toString());
      assertThat(number.toHexString()).isEqualTo("0x" + big.toString(16));
      assertThat(number.bitLength()).isEqualTo(big.bitLength());
      assertThat(number.isZero()).isEqualTo(big.signum() == 0);
      assertThat(UInt256.parse(number.toString())).isEqualTo(number);
      assertThat(UInt256.parse(number.toHexString())).isEqualTo(number);
      assertThat(UInt256.parse(number.toHexString().toUpperCase().replace('X', 'x')))
          .isEqualTo(number);
      assertThat(UInt256.parse(number.toBytes32().toString())).isEqualTo(number);
      assertThat(number.toBytes32().toUInt256()).isEqualTo(number);
      assertThat(UInt256.of(big)).isEqualTo(number);
    }
  }

  @Test
  void theFirstLimbIsTheMostSignificant() {
    UInt256 number = UInt256.ofLimbs(1, 2, 3, 4);
    assertThat(number.toHexString())
        .isEqualTo("0x1000000000000000200000000000000030000000000000004");
    assertThat(List.of(number.limb(0), number.limb(1), number.limb(2), number.limb(3)))
        .containsExactly(1L, 2L, 3L, 4L);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 4, Integer.MIN_VALUE})
  void hasFourLimbs(int index) {
    Word[] words = {UInt256.ONE, UInt64.ONE, Bytes32.ZERO, EthAddress.ZERO};
    for (Word word : words) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> word.limb(index));
    }
  }

  @Test
  void takesLongsThatAreNotNegative() {
    assertThat(UInt256.of(Long.MAX_VALUE)).hasToString("9223372036854775807");
    assertThat(UInt256.of(Long.MAX_VALUE).longValueExact()).isEqualTo(Long.MAX_VALUE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UInt256.of(-1))
        .withMessage("uint256: -1 is negative");
  }

  @Test
  void onlyWhatFitsBecomesALong() {
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> UInt256.ofLimbs(0, 0, 0, Long.MIN_VALUE).longValueExact())
        .withMessage("uint256: 9223372036854775808 does not fit a long");
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> UInt256.ofLimbs(1, 0, 0, 1).longValueExact());
  }

  @Test
  void takesBigIntegersInRange() {
    assertThat(UInt256.of(MODULUS.subtract(BigInteger.ONE))).isEqualTo(UInt256.MAX);
    assertThatIllegalArgumentException().isThrownBy(() -> UInt256.of(MODULUS));
    assertThatIllegalArgumentException().isThrownBy(() -> UInt256.of(BigInteger.ONE.negate()));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'', must be decimal digits or 0x hexadecimal, -1",
        "0x, must be decimal digits or 0x hexadecimal, -1",
        "12a, must be decimal digits or 0x hexadecimal, 2",
        "-1, must be decimal digits or 0x hexadecimal, 0",
        "+1, must be decimal digits or 0x hexadecimal, 0",
        "0X1, must be decimal digits or 0x hexadecimal, 1",
        "' 1', must be decimal digits or 0x hexadecimal, 0",
        "１, must be decimal digits or 0x hexadecimal, 0",
        "0x1g, a character that is no hexadecimal digit at 3, 3",
        "0x-1, a character that is no hexadecimal digit at 2, 2",
        "115792089237316195423570985008687907853269984665640564039457584007913129639936, "
            + "is too large (must be below 2^256), -1",
        "0115792089237316195423570985008687907853269984665640564039457584007913129639935, "
            + "is too long (at most 78 digits), -1",
        "0x00000000000000000000000000000000000000000000000000000000000000001, "
            + "is too long (at most 64 digits), -1",
      })
  void refusesOtherText(String text, String reason, long offset) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> UInt256.parse(text))
        .withMessageStartingWith("uint256: \"" + text + "\" ")
        .withMessageContaining(reason)
        .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
  }

  @Test
  void theLargestTextIsTaken() {
    assertThat(UInt256.parse(MAX_DECIMAL)).isEqualTo(UInt256.MAX);
    assertThat(UInt256.parse("0x" + "f".repeat(64))).isEqualTo(UInt256.MAX);
    assertThat(UInt256.parse("0".repeat(77) + "7")).isEqualTo(UInt256.of(7));
  }

  @Test
  void longHostileTextIsQuotedInPart() {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> UInt256.parse("9".repeat(1_000_000)))
        .withMessage(
            "uint256: \""
                + "9".repeat(80)
                + "…\" (1000000 characters) is too long (at most 78 digits)");
  }
}
