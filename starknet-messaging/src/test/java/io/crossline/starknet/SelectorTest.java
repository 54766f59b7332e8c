// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.MalformedInputException;
import org.junit.jupiter.api.Test;

class SelectorTest {
  @Test
  void isTheHashOfTheNameWithoutItsTopBits() {
    assertThat(Selector.ofName("transfer"))
        .hasToString("0x83afd3f4caedc6eebf44246fe54e38c95e3179a5ec9ea81740eca5b482d12e");
    assertThat(Selector.ofName(""))
        .hasToString("0x1d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  }

  @Test
  void isZeroForTheReservedNames() {
    assertThat(Selector.ofName("__default__")).isEqualTo(Selector.DEFAULT).hasToString("0x0");
    assertThat(Selector.ofName("__l1_default__")).isEqualTo(Selector.DEFAULT);
    assertThat(Selector.starknetKeccak("__l1_default__"))
        .hasToString("0x1ac445d7a589d19896ced0342d3d23fc7a05f2d7feaf2cd89e84104c86b5937");
    assertThat(Selector.ofName("__l1_default")).isNotEqualTo(Selector.DEFAULT);
  }

  @Test
  void refusesHalfOfASurrogatePair() {
    assertThat(Selector.ofName("a\uD83D\uDE00")).isNotEqualTo(Selector.ofName("a"));
    assertThatThrownBy(() -> Selector.ofName("a\uD83D"))
        .isInstanceOf(MalformedInputException.class);
  }

  @Test
  void refusesAWordThatIsNoFelt() {
    assertThat(Selector.of(Felt.MAX).value()).isEqualTo(Felt.MAX);
    assertThatThrownBy(() -> Selector.of(Felt.PRIME)).isInstanceOf(MalformedInputException.class);
  }
}
