// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormsTest {
  private static JsonValue json(String text) {
    return JsonReader.read("f.json", text);
  }

  private static <T> List<Difference> compare(Form<T> form, String expected, T actual) {
    Differences differences = new Differences();
    form.compare(json(expected), actual, differences);
    return differences.found();
  }

  private static void refuses(Form<?> form, String text) {
    assertThatThrownBy(() -> form.read(json(text)))
        .as(text)
        .isInstanceOf(InvalidJsonException.class);
  }

  @Test
  void integersAreMinimal() {
    assertThat(Forms.UINT256.read(json("\"0x1f\""))).isEqualTo(UInt256.of(31));
    for (String text :
        List.of("\"0x01f\"", "\"0x1F\"", "\"31\"", "\"0x\"", "\"\"", "31", "null", "\"0x1g\"")) {
      refuses(Forms.UINT256, text);
    }
    refuses(Forms.UINT64, "\"0x10000000000000000\"");
  }

  @Test
  void anExpectationThatIsAnotherValueFailsHoweverItIsSpelt() {
    assertThat(compare(Forms.UINT64, "\"0x1f\"", UInt64.of(31))).isEmpty();
    assertThat(compare(Forms.UINT64, "\"0x0f\"", UInt64.of(31))).hasSize(1);
    assertThat(compare(Forms.UINT64, "\"0x1000000000000001f\"", UInt64.of(31))).hasSize(1);
    assertThatThrownBy(() -> compare(Forms.UINT64, "\"0x01f\"", UInt64.of(31)))
        .isInstanceOf(InvalidJsonException.class);
    assertThatThrownBy(() -> compare(Forms.UINT64, "\"0x1g\"", UInt64.of(31)))
        .isInstanceOf(InvalidJsonException.class);
  }

  @Test
  void bytesHaveTwoDigitsEach() {
    assertThat(Forms.BYTES.read(json("\"0x00ff\""))).isEqualTo(Bytes.of((byte) 0, (byte) -1));
    assertThat(compare(Forms.BYTES, "\"0x\"", Bytes.EMPTY)).isEmpty();
    for (String text : List.of("\"0x0\"", "\"00\"", "\"0xFF\"", "\"\"")) {
      refuses(Forms.BYTES, text);
    }
    refuses(Forms.ADDRESS, "\"0x00\"");
    refuses(Forms.BYTES32, "\"0x" + "00".repeat(33) + "\"");
  }

  @Test
  void listsAreComparedItemByItem() {
    Form<List<UInt256>> form = Forms.list(Forms.UINT256);
    List<UInt256> actual = List.of(UInt256.ONE, UInt256.ZERO);
    assertThat(compare(form, "[\"0x1\", \"0x0\"]", actual)).isEmpty();
    assertThat(compare(form, "[\"0x1\", \"0x2\"]", actual))
        .singleElement()
        .satisfies(d -> assertThat(d.place().path().toString()).isEqualTo("[1]"));
    assertThat(compare(form, "[\"0x1\"]", actual)).hasSize(1);
    assertThat(compare(form, "[\"0x1\", \"0x0\", \"0x0\"]", actual)).hasSize(1);
  }

  @Test
  void nullIsNotNothing() {
    Form<Optional<UInt256>> form = Forms.nullable(Forms.UINT256);
    assertThat(compare(form, "null", Optional.empty())).isEmpty();
    assertThat(compare(form, "null", Optional.of(UInt256.ONE))).hasSize(1);
    assertThat(compare(form, "\"0x1\"", Optional.empty())).hasSize(1);
    assertThat(compare(form, "\"0x1\"", Optional.of(UInt256.ONE))).isEmpty();
  }

  @Test
  void objectsHaveExactlyTheirFields() {
    ObjectForm<UInt256> form =
        ObjectForm.<UInt256>of()
            .field("v", Forms.UINT256, value -> value)
            .build(read -> read.get("v", UInt256.class));
    assertThat(form.read(json("{\"v\": \"0x1\", \"note\": \"n\"}"))).isEqualTo(UInt256.ONE);
    refuses(form, "{}");
    refuses(form, "{\"v\": \"0x1\", \"w\": \"0x1\"}");
    refuses(form, "{\"v\": \"0x1\", \"note\": 1}");
    assertThatThrownBy(() -> compare(form, "{\"v\": \"0x1\", \"w\": 1}", UInt256.ONE))
        .isInstanceOf(InvalidJsonException.class);
  }
}
