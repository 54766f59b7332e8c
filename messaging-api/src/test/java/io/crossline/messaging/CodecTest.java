// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodecTest {
  private record Case<T>(Codec<T> codec, T value, String bytes, List<String> malformed) {}

  private static final String WORD_7 = "0x" + "0".repeat(63) + "7";
  private static final List<String> NO_WORD =
      List.of("0x", "0x" + "00".repeat(31), "0x" + "00".repeat(33));

  static List<Case<?>> cases() {
    return List.of(
        new Case<>(Codec.UINT256, UInt256.of(7), WORD_7, NO_WORD),
        new Case<>(Codec.UINT64, UInt64.of(7), WORD_7, NO_WORD),
        new Case<>(
            Codec.UINT64,
            UInt64.MAX,
            "0x" + "00".repeat(24) + "ff".repeat(8),
            List.of("0x" + "00".repeat(23) + "01" + "00".repeat(8))),
        new Case<>(Codec.BYTES32, Bytes32.ofLimbs(0, 0, 0, 7), WORD_7, NO_WORD),
        new Case<>(Codec.BYTES, Bytes.parse("0x0102"), "0x0102", List.of()),
        new Case<>(Codec.BYTES, Bytes.EMPTY, "0x", List.of()),
        new Case<>(
            Codec.ADDRESS,
            EthAddress.truncate(UInt256.of(7)),
            "0x" + "0".repeat(39) + "7",
            List.of("0x", WORD_7)),
        new Case<>(
            Codec.TEXT, "aé😀", "0x61c3a9f09f9880", List.of("0xc3", "0x80", "0xeda080", "0xc080")),
        new Case<>(Codec.TEXT, "", "0x", List.of()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  <T> void leadsBackAndRefusesOtherBytes(Case<T> c) {
    assertThat(c.codec.encode(c.value)).hasToString(c.bytes);
    assertThat(c.codec.decode(Bytes.parse(c.bytes))).isEqualTo(c.value);
    for (String malformed : c.malformed) {
      assertThatExceptionOfType(MalformedInputException.class)
          .as(malformed)
          .isThrownBy(() -> c.codec.decode(Bytes.parse(malformed)));
    }
  }

  @Test
  void twoTextsNeverHaveTheSameBytes() {
    // String.getBytes would write a lone surrogate as a question mark, and a map would mix the two
    // keys up.
    assertThat(Codec.TEXT.encode("?")).hasToString("0x3f");
    for (String half : List.of("\ud800", "\udc00", "a\ud800b")) {
      assertThatExceptionOfType(MalformedInputException.class)
          .isThrownBy(() -> Codec.TEXT.encode(half))
          .withMessageContaining("half of a surrogate pair");
    }
  }

  @Test
  void malformedTextNamesThePlace() {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> Codec.TEXT.decode(Bytes.parse("0x6162ff63")))
        .satisfies(e -> assertThat(e.offset()).isEqualTo(2));
  }

  @Test
  void updatesReadAndWriteOnce() {
    Map<String, Integer> written = new HashMap<>();
    StorageMap<String, Integer> map =
        new StorageMap<>() {
          @Override
          public Integer get(String key) {
            return written.getOrDefault(key, 10);
          }

          @Override
          public void put(String key, Integer value) {
            written.put(key, value);
          }
        };
    assertThat(map.update("a", old -> old + 1)).isEqualTo(11);
    assertThat(map.update("a", old -> old * 2)).isEqualTo(22);
    assertThat(written).containsExactly(Map.entry("a", 22));

    Slot<Integer> slot =
        new Slot<>() {
          @Override
          public Integer get() {
            return map.get("slot");
          }

          @Override
          public void set(Integer value) {
            map.put("slot", value);
          }
        };
    assertThat(slot.update(old -> old + 5)).isEqualTo(15);
    assertThat(slot.get()).isEqualTo(15);
  }
}
