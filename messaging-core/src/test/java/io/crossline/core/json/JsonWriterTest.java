// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  @Test
  void whatIsWrittenIsReadBack() {
    String text = JsonWriter.write(Map.of("list", List.of(1, 2L, true, "a \"b\"\n")));
    assertThat(text).isEqualTo("{\"list\":[1,2,true,\"a \\\"b\\\"\\n\"]}");
    assertThat(JsonReader.read("test.json", text).asObject().required("list").asArray().items())
        .hasSize(4);
  }

  @Test
  void aNumberIsNeverCut() {
    BigInteger large = BigInteger.TWO.pow(255);
    assertThat(JsonWriter.write(List.of(large, Long.MIN_VALUE)))
        .isEqualTo("[" + large + "," + Long.MIN_VALUE + "]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JsonWriter.write(List.of(1.5)))
        .withMessageContaining("Double");
    assertThatIllegalArgumentException().isThrownBy(() -> JsonWriter.write(new Object()));
  }
}
