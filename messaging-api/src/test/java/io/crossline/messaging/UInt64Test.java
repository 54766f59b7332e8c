// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UInt64Test {
  private static final UInt64 HALF = UInt64.ofBits(Long.MIN_VALUE);

  @Test
  void isUnsigned() {
    assertThat(UInt64.MAX).hasToString("18446744073709551615");
    assertThat(UInt64.MAX.toHexString()).isEqualTo("0xffffffffffffffff");
    assertThat(HALF).hasToString("9223372036854775808").isGreaterThan(UInt64.of(Long.MAX_VALUE));
    assertThat(UInt64.MAX.toUInt256()).isEqualTo(UInt256.ofLimbs(0, 0, 0, -1));
    assertThat(UInt64.MAX.toBytes32()).hasToString("0x" + "0".repeat(48) + "f".repeat(16));
    assertThat(UInt64.of(UInt64.MAX.toBytes32()))
        .isEqualTo(UInt64.MAX)
        .hasSameHashCodeAs(UInt64.MAX);
    assertThat(UInt64.of(2)).isNotEqualTo(UInt64.ONE);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "9223372036854775807", "9223372036854775808", "18446744073709551615"})
  void everyFormLeadsBack(String text) {
    UInt64 number = UInt64.parse(text);
    assertThat(number).hasToString(text);
    assertThat(UInt64.parse(number.toHexString())).isEqualTo(number);
    assertThat(UInt64.ofBits(number.bits())).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "18446744073709551616, is too large (must be below 2^64)",
    "0x10000000000000000, is too large (must be below 2^64)",
    "'', must be decimal digits",
    "-1, must be decimal digits",
    "0xz, no hexadecimal digit",
  })
  void refusesOtherText(String text, String reason) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> UInt64.parse(text))
        .withMessageStartingWith("uint64: ")
        .withMessageContaining(reason);
  }

  @Test
  void refusesWordsWithAnUpperBit() {
    for (UInt256 word :
        new UInt256[] {
          UInt256.ofLimbs(0, 0, 1, 5), UInt256.ofLimbs(0, 1, 0, 5), UInt256.ofLimbs(1, 0, 0, 5)
        }) {
      assertThatExceptionOfType(MalformedInputException.class)
          .isThrownBy(() -> UInt64.of(word))
          .withMessage("uint64: " + word + " is too large (must be below 2^64)");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UInt64.of(-1))
        .withMessageContaining("negative");
  }

  @Test
  void arithmeticStopsAtTheEnds() {
    assertThat(HALF.plus(UInt64.of(Long.MAX_VALUE))).isEqualTo(UInt64.MAX);
    assertThat(UInt64.MAX.minus(UInt64.MAX)).isSameAs(UInt64.ZERO);
    assertThat(HALF.minus(UInt64.ONE)).isEqualTo(UInt64.of(Long.MAX_VALUE));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> UInt64.MAX.plus(UInt64.ONE))
        .withMessage("uint64 overflow: 18446744073709551615 + 1");
    assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> HALF.plus(HALF));
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(() -> UInt64.of(Long.MAX_VALUE).minus(HALF))
        .withMessageContaining("underflow");
  }

  @Test
  void onlyWhatFitsBecomesALong() {
    assertThat(UInt64.of(Long.MAX_VALUE).longValueExact()).isEqualTo(Long.MAX_VALUE);
    assertThatExceptionOfType(ArithmeticException.class)
        .isThrownBy(HALF::longValueExact)
        .withMessage("uint64: 9223372036854775808 does not fit a long");
  }
}
