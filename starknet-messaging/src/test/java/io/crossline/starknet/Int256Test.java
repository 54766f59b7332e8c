// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import org.junit.jupiter.api.Test;

class Int256Test {
  @Test
  void isTwosComplement() {
    assertThat(Int256.of(-1)).isEqualTo(Int256.MINUS_ONE);
    assertThat(Int256.MINUS_ONE.bits()).isEqualTo(UInt256.MAX);
    assertThat(Int256.MINUS_ONE).hasToString("-1");
    assertThat(Int256.MINUS_ONE.toHexString()).isEqualTo("-0x1");
    assertThat(Int256.parse("-0x10")).isEqualTo(Int256.of(-16));
    assertThat(Int256.parse("255").toHexString()).isEqualTo("0xff");
    assertThat(Int256.of(Long.MIN_VALUE).longValueExact()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void ordersWithItsSign() {
    assertThat(Int256.MINUS_ONE).isLessThan(Int256.ZERO);
    assertThat(Int256.of(-2)).isLessThan(Int256.MINUS_ONE);
    assertThat(Int256.of(5)).isGreaterThan(Int256.of(4));
  }

  @Test
  void refusesWhatIsOutOfRange() {
    String highest = "0x7" + "f".repeat(63);
    String lowest = "-0x8" + "0".repeat(63);
    assertThat(Int256.parse(highest).toHexString()).isEqualTo(highest);
    assertThat(Int256.parse(lowest).toHexString()).isEqualTo(lowest);
    assertThatThrownBy(() -> Int256.parse(lowest.substring(1)))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> Int256.parse("-0x8" + "0".repeat(62) + "1"))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> Int256.parse(highest).longValueExact())
        .isInstanceOf(ArithmeticException.class);
  }
}
