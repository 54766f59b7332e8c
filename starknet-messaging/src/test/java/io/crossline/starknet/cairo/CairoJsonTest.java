// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.cairo;

import static org.assertj.core.api.Assertions.assertThat;

import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonWriter;
import io.crossline.starknet.CairoTypes;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What starknet.js could not record: bytes that are no text, bytes31, what looks like something.
 */
class CairoJsonTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ByteArray | 'bytes:0xff' | 'bytes:0xff'",
        "ByteArray | 'text:0x12' | 'bytes:0x30783132'",
        "ByteArray | 'text:bytes:0x' | 'bytes:0x62797465733a3078'",
        "ByteArray | '' | ''",
        "ByteArray | 'a b' | 'a b'",
        "text | 'text:0x12' | 'text:0x12'",
        "shortstring | 'hi' | 'hi'",
        "bytes31 | '0x00000000000000000000000000000000000000000000000000000000000061' |"
            + " 'bytes:0x00000000000000000000000000000000000000000000000000000000000061'",
        "bytes31 | 'text:a' |"
            + " 'bytes:0x00000000000000000000000000000000000000000000000000000000000061'",
        "i128 | '-5' | '-5'",
        "u96 | '7' | '7'",
        "Option<Option<u8>> | '{\"Some\":\"None\"}' | '{\"Some\":\"None\"}'",
        "Result<bool,u8> | '{\"Ok\":true}' | '{\"Ok\":true}'",
        "Array<(u8,felt252)> | '[[1,2]]' | '[[\"1\",\"0x2\"]]'",
      })
  void writesWhatItReads(String type, String word, String json) {
    Object value =
        CairoTypes.parse(type).decode(CairoTypes.parse(type).encode(CairoJson.read(word)));
    Object written = CairoJson.write(value);
    assertThat(written instanceof String text ? text : JsonWriter.write(written)).isEqualTo(json);
    Object again = CairoJson.read(JsonReader.read("again", JsonWriter.write(written)));
    assertThat(CairoTypes.parse(type).encode(again))
        .isEqualTo(CairoTypes.parse(type).encode(CairoJson.read(word)));
  }
}
