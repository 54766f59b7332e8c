// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@link Bytes32} and {@link EthAddress}. */
class FixedSizeValuesTest {
  private static final String WORD =
      "0x80000000000000010000000000000002000000000000000300000000000000f4";
  private static final String ADDRESS = "0xf1e2d3c4000000000000000280000000000000a3";

  @Test
  void aWordHasOneFormInEveryType() {
    Bytes32 word = Bytes32.parse(WORD);
    assertThat(word).hasToString(WORD).isEqualTo(Bytes32.ofLimbs(0x8000000000000001L, 2, 3, 0xf4));
    assertThat(word.toBytes()).hasToString(WORD);
    assertThat(Bytes32.of(word.toBytes())).isEqualTo(word).hasSameHashCodeAs(word);
    assertThat(word.toUInt256().toHexString()).isEqualTo(WORD);
    assertThat(word.toBytes32()).isSameAs(word);
    assertThat(word.isZero()).isFalse();
    assertThat(Bytes32.parse("0x" + "0".repeat(64)).isZero()).isTrue();
    assertThat(word).isGreaterThan(Bytes32.ofLimbs(0x7fffffffffffffffL, -1, -1, -1));
    for (int changed = 0; changed < 4; changed++) {
      long[] limbs = {0x8000000000000001L, 2, 3, 0xf4};
      limbs[changed]++;
      Bytes32 other = Bytes32.ofLimbs(limbs[0], limbs[1], limbs[2], limbs[3]);
      assertThat(other).isNotEqualTo(word).isGreaterThan(word);
      assertThat(other.isZero()).isFalse();
    }
  }

  @Test
  void anAddressHasOneFormInEveryType() {
    EthAddress address = EthAddress.parse(ADDRESS);
    assertThat(address).hasToString(ADDRESS);
    assertThat(address.encoded()).hasToString(ADDRESS);
    assertThat(address.toBytes32()).hasToString("0x" + "0".repeat(24) + ADDRESS.substring(2));
    assertThat(address.toUInt256().toHexString()).isEqualTo(ADDRESS);
    assertThat(EthAddress.of(address.encoded())).isEqualTo(address).hasSameHashCodeAs(address);
    assertThat(EthAddress.of(address.toBytes32())).isEqualTo(address);
    assertThat(EthAddress.of(Bytes.concat(Bytes.of((byte) 7), address.encoded()).slice(1)))
        .isEqualTo(address);
    assertThat(EthAddress.parse(ADDRESS.toUpperCase().replace('X', 'x'))).isEqualTo(address);
    assertThat(address.isZero()).isFalse();
    assertThat(EthAddress.parse("0x" + "0".repeat(40)).isZero()).isTrue();
  }

  @Test
  void addressesCompareUnsigned() {
    EthAddress low = EthAddress.parse("0x7fffffffffffffffffffffffffffffffffffffff");
    EthAddress high = EthAddress.parse("0x8000000000000000000000000000000000000000");
    assertThat(low).isLessThan(high);
    assertThat(EthAddress.parse("0x00000000000000008000000000000000000000ff"))
        .isGreaterThan(EthAddress.parse("0x0000000000000000000000010000000000000100"));
    for (String one :
        new String[] {
          "0x1" + "0".repeat(39), "0x0000000000000001" + "0".repeat(24), "0x" + "0".repeat(39) + "1"
        }) {
      assertThat(EthAddress.parse(one))
          .isNotEqualTo(EthAddress.ZERO)
          .isGreaterThan(EthAddress.ZERO);
      assertThat(EthAddress.parse(one).isZero()).isFalse();
    }
  }

  @Test
  void onlyWordsBelow2To160AreAddresses() {
    UInt256 largest = UInt256.ofLimbs(0, 0xffffffffL, -1, -1);
    assertThat(EthAddress.fits(largest)).isTrue();
    assertThat(EthAddress.of(largest)).hasToString("0x" + "f".repeat(40));
    for (UInt256 word :
        new UInt256[] {largest.plus(UInt256.ONE), UInt256.ofLimbs(1, 0, 0, 5), UInt256.MAX}) {
      assertThat(EthAddress.fits(word)).isFalse();
      assertThatExceptionOfType(MalformedInputException.class)
          .isThrownBy(() -> EthAddress.of(word))
          .withMessage("address: " + word.toBytes32() + " is not an address (must be below 2^160)");
    }
    assertThat(EthAddress.truncate(UInt256.ofLimbs(9, 0x9_0000_0001L, 2, 3)))
        .isEqualTo(EthAddress.of(UInt256.ofLimbs(0, 1, 2, 3)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 19, 21, 31, 33, 40})
  void takeExactlyTheirSize(int size) {
    Bytes bytes = Bytes.of(new byte[size]);
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> Bytes32.of(bytes))
        .withMessage("bytes32: found " + size + " bytes, must be 32");
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> EthAddress.of(bytes))
        .withMessage("address: found " + size + " bytes, must be 20");
  }

  @ParameterizedTest
  @CsvSource({
    "0x, must be 0x followed by N hexadecimal digits",
    "0x0, must be 0x followed by N hexadecimal digits",
    "'', must be 0x followed by N hexadecimal digits",
  })
  void refuseTextOfAnotherLength(String text, String reason) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> Bytes32.parse(text))
        .withMessage("bytes32: \"" + text + "\" " + reason.replace("N", "64"));
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> EthAddress.parse(text))
        .withMessage("address: \"" + text + "\" " + reason.replace("N", "40"));
  }

  @Test
  void refuseTextWithAnotherDigit() {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> EthAddress.parse(ADDRESS.replace("a3", "g3")))
        .withMessageEndingWith("has a character that is no hexadecimal digit at 40")
        .satisfies(e -> assertThat(e.offset()).isEqualTo(40));
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> Bytes32.parse(WORD.replace("0x", "00")))
        .withMessageContaining("must be 0x followed by");
  }
}
