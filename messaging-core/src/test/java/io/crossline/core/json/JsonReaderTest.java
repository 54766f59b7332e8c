// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReaderTest {
  private static JsonValue read(String text) {
    return JsonReader.read("f.json", text);
  }

  @Test
  void everyValueKnowsItsPlace() {
    JsonObject object =
        read("{\"a\": [1,\n  {\"b c\": true}], \"é\": \"x\", \"n\": null}").asObject();
    assertThat(object.place().toString()).isEqualTo("f.json:1:1");
    JsonValue inner = object.required("a").asArray().items().get(1).asObject().required("b c");
    assertThat(inner.place().toString()).isEqualTo("f.json:2:11: a[1][\"b c\"]");
    assertThat(inner.asBoolean()).isTrue();
    assertThat(object.required("é").place().toString()).isEqualTo("f.json:2:24: é");
    assertThat(object.required("n")).isInstanceOf(JsonNull.class);
  }

  @Test
  void numbersKeepTheirDigits() {
    assertThat(((JsonNumber) read("123456789012345678901234567890.5e3")).digits())
        .isEqualTo("123456789012345678901234567890.5e3");
    assertThat(read("7").asInt(0, 7)).isEqualTo(7);
    assertThatThrownBy(() -> read("8").asInt(0, 7))
        .hasMessage("f.json:1:1: 8 is not within 0 and 7");
    assertThatThrownBy(() -> read("1.0").asInt(0, 7)).hasMessageContaining("not a whole number");
  }

  @Test
  void refusesAFieldThatStandsTwice() {
    assertThatThrownBy(() -> read("{\"a\": 1, \"b\": {\"x\": 1,\n \"x\": 2}}"))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessage("f.json:2:2: b.x: the field stands twice in the same object");
  }

  @Test
  void refusesWhatIsNotJsonWithThePlace() {
    assertThatThrownBy(() -> read("{\"a\": [1, 2\n  oops]}"))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageStartingWith("f.json:2:3: a[2]: not JSON: ");
    for (String text :
        List.of("", "  ", "{}{}", "[1]]", "01", "{\"a\" 1}", "// c\n1", "\"a", "[1")) {
      assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(InvalidJsonException.class);
    }
  }

  @Test
  void nestingIsLimited() {
    int most = JsonReader.MAX_DEPTH;
    assertThat(read("[".repeat(most) + "]".repeat(most))).isInstanceOf(JsonArray.class);
    assertThatThrownBy(() -> read("[".repeat(most + 1) + "]".repeat(most + 1)))
        .isInstanceOf(InvalidJsonException.class);
  }

  @Test
  void bytesMustBeUtf8() throws IOException {
    byte[] marked = "\ufeff[1]".getBytes(StandardCharsets.UTF_8);
    assertThat(JsonFile.read("f.json", new ByteArrayInputStream(marked)))
        .isInstanceOf(JsonArray.class);
    byte[] torn = {'"', (byte) 0xc3, '"'};
    assertThatThrownBy(() -> JsonFile.read("f.json", new ByteArrayInputStream(torn)))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void wrongKindsAreNamed() {
    assertThatThrownBy(() -> read("[1]").asObject())
        .hasMessage("f.json:1:1: must be an object, found an array");
    assertThatThrownBy(() -> read("{}").asArray())
        .hasMessageContaining("must be an array, found an object");
    assertThatThrownBy(() -> read("1").asText())
        .hasMessageContaining("must be a text, found a number");
    assertThatThrownBy(() -> read("null").asBoolean()).hasMessageContaining("found null");
    assertThatThrownBy(() -> read("{}").asObject().required("a"))
        .hasMessageContaining("\"a\" is missing");
  }

  @Test
  void suggestsTheNameThatWasMeant() {
    List<String> known = List.of("sendMessageToL2", "consumeMessageFromL2");
    assertThat(Suggestion.instead("sendMesageToL2", known))
        .isEqualTo("Did you mean \"sendMessageToL2\"?");
    assertThat(Suggestion.instead("zzz", known))
        .isEqualTo("Known: consumeMessageFromL2, sendMessageToL2");
  }
}
