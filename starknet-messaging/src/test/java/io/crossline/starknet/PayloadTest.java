// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import org.junit.jupiter.api.Test;

class PayloadTest {
  private static final EthAddress ADDRESS =
      EthAddress.parse("0x8453fc6cd1bcfe8d4dfc069c400b433054d47bdc");

  @Test
  void takesWordsOneByOne() {
    Payload payload = Payload.of(UInt256.MAX, Felt.ONE, ADDRESS);
    assertThat(payload.size()).isEqualTo(3);
    assertThat(payload.word(0)).isEqualTo(UInt256.MAX);
    assertThat(payload.felt(1)).isEqualTo(Felt.ONE);
    assertThat(payload.words()).containsExactly(UInt256.MAX, UInt256.ONE, ADDRESS.toUInt256());
    assertThat(payload).isEqualTo(Payload.of(List.of(UInt256.MAX, UInt256.ONE, ADDRESS)));
    assertThatThrownBy(() -> payload.word(3)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void writesACairoU256AsTwoFeltsLowFirst() {
    UInt256 number = UInt256.ofLimbs(1, 2, 3, 4);
    assertThat(Payload.cairo(Felt.of(9), number, ADDRESS, UInt64.of(5)))
        .isEqualTo(
            Payload.of(
                UInt256.of(9),
                UInt256.ofLimbs(0, 0, 3, 4),
                UInt256.ofLimbs(0, 0, 1, 2),
                ADDRESS,
                UInt256.of(5)));
    assertThat(Payload.of(number).size()).isEqualTo(1);
    assertThat(Payload.cairo()).isEqualTo(Payload.EMPTY);
    assertThatThrownBy(() -> Payload.cairo(Bytes32.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Bytes32");
  }

  @Test
  void tellsWhichWordIsNoFelt() {
    assertThat(Payload.of(Felt.MAX, Felt.ZERO).felts()).containsExactly(Felt.MAX, Felt.ZERO);
    Payload payload = Payload.of(Felt.MAX, Felt.PRIME);
    assertThat(payload.isFelts()).isFalse();
    assertThatThrownBy(payload::felts)
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("payload[1]");
  }

  @Test
  void readsItsBytesBack() {
    Payload payload = Payload.of(UInt256.ofLimbs(1, 2, 3, -4), UInt256.of(6));
    assertThat(payload.toBytes().size()).isEqualTo(64);
    assertThat(Payload.ofBytes(payload.toBytes())).isEqualTo(payload);
    assertThat(payload.slice(1, 2)).isEqualTo(Payload.of(UInt256.of(6)));
    Bytes cut = payload.toBytes().slice(1);
    assertThatThrownBy(() -> Payload.ofBytes(cut)).isInstanceOf(MalformedInputException.class);
  }
}
