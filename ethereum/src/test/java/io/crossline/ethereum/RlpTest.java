// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.ethereum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of Ethereum's wiki, and what is not canonical. */
class RlpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x80",
        "0x00",
        "0x7f",
        "0x8180",
        "0x83646f67",
        "0xc0",
        "0xc88363617483646f67",
        "0x820400",
        "0xc7c0c1c0c3c0c1c0"
      })
  void canonicalItemsAreReadAndWrittenBack(String text) {
    assertThat(Rlp.decode(Bytes.parse(text)).encode()).hasToString(text);
  }

  @Test
  void longItemsHaveALengthOfTheirOwn() {
    for (int size : new int[] {55, 56, 255, 256, 70_000}) {
      Rlp item = Rlp.of(Bytes.of(new byte[size]));
      assertThat(Rlp.decode(item.encode())).isEqualTo(item);
      Rlp list = Rlp.list(item, item);
      assertThat(Rlp.decode(list.encode())).isEqualTo(list);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0x, the end where an item must be",
    "0x8100, a byte below 0x80 behind a prefix",
    "0x83646f, an item of 3 bytes where 2 are left",
    "0xb801ff, a length of its own for 1 bytes",
    "0xb90001ff, a length that begins with a zero byte",
    "0xbb80000000, a length of more than 31 bits",
    "0xc180ff, 1 bytes behind the item",
    "0xc183, an item of 3 bytes where 0 are left",
    "0xc2c28080, an item that goes beyond the end of its list"
  })
  void whatIsNotCanonicalIsRefused(String text, String reason) {
    assertThatThrownBy(() -> Rlp.decode(Bytes.parse(text)))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void listsNestOnlySoDeep() {
    Rlp nested = Rlp.list();
    for (int i = 1; i < Rlp.MAX_DEPTH; i++) {
      nested = Rlp.list(nested);
    }
    assertThat(Rlp.decode(nested.encode())).isEqualTo(nested);
    Bytes deeper = Rlp.list(nested).encode();
    assertThatThrownBy(() -> Rlp.decode(deeper)).hasMessageContaining("nested deeper");
  }

  @Test
  void numbersHaveNoLeadingZeros() {
    assertThat(Rlp.of(UInt256.ZERO).encode()).hasToString("0x80");
    assertThat(Rlp.of(UInt256.of(1024)).encode()).hasToString("0x820400");
    assertThat(Rlp.decode(Rlp.of(UInt256.MAX).encode()).number("n")).isEqualTo(UInt256.MAX);
    assertThatThrownBy(() -> Rlp.of(Bytes.parse("0x0001")).number("n"))
        .hasMessageContaining("begins with a zero byte");
    assertThatThrownBy(() -> Rlp.of(Bytes.of(new byte[33])).number("n"))
        .hasMessageContaining("33 bytes");
    assertThatThrownBy(() -> Rlp.list().bytes("n")).hasMessageContaining("found a list");
    assertThatThrownBy(() -> Rlp.of(UInt256.MAX).number64("n")).hasMessageContaining("64 bits");
  }
}
