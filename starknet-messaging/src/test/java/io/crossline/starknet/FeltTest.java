// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import org.junit.jupiter.api.Test;

class FeltTest {
  private static final String MAX_HEX =
      "0x800000000000011000000000000000000000000000000000000000000000000";

  @Test
  void takesEveryNumberBelowThePrime() {
    assertThat(Felt.parse(MAX_HEX)).isEqualTo(Felt.MAX).hasToString(MAX_HEX);
    assertThat(Felt.parse("0")).isEqualTo(Felt.ZERO).hasToString("0x0");
    assertThat(Felt.parse("0x00ff")).hasToString("0xff").isEqualTo(Felt.of(255));
    assertThat(Felt.of(UInt256.of(7)).toUInt256()).isEqualTo(UInt256.of(7));
  }

  @Test
  void refusesThePrimeAndWhatLiesAbove() {
    assertThat(Felt.fits(Felt.PRIME.minus(UInt256.ONE))).isTrue();
    for (UInt256 word :
        new UInt256[] {
          Felt.PRIME,
          Felt.PRIME.plus(UInt256.ONE),
          UInt256.ofLimbs(0x0800000000000011L, 0, 1, 0),
          UInt256.ofLimbs(0x0800000000000011L, 1, 0, 0),
          UInt256.ofLimbs(0x0800000000000012L, 0, 0, 0),
          UInt256.MAX
        }) {
      assertThat(Felt.fits(word)).isFalse();
      assertThatThrownBy(() -> Felt.of(word))
          .isInstanceOf(MalformedInputException.class)
          .hasMessageContaining(word.toHexString())
          .hasMessageContaining("below the Stark prime");
    }
    assertThatThrownBy(() -> Felt.of(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ordersAsUnsignedNumbers() {
    Felt high = Felt.ofLimbs(0, 0, 0, -1);
    assertThat(Felt.ONE).isLessThan(high);
    assertThat(high).isLessThan(Felt.ofLimbs(0, 0, 1, 0));
    assertThat(Felt.MAX).isEqualByComparingTo(Felt.parse(MAX_HEX));
  }

  @Test
  void readsAndWritesShortStrings() {
    assertThat(Felt.fromShortString("SN_MAIN")).hasToString("0x534e5f4d41494e");
    assertThat(Felt.fromShortString("SN_SEPOLIA").toShortString()).isEqualTo("SN_SEPOLIA");
    String longest = "abcdefghijklmnopqrstuvwxyz01234";
    assertThat(Felt.fromShortString(longest).toShortString()).isEqualTo(longest);
    assertThatThrownBy(() -> Felt.fromShortString(longest + "5"))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> Felt.fromShortString("caf\u00e9"))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("at 3");
    assertThatThrownBy(() -> Felt.of(0x80).toShortString())
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> Felt.MAX.toShortString()).isInstanceOf(MalformedInputException.class);
  }
}
