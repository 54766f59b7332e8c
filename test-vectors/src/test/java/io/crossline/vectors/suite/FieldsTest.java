// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonReader;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Difference;
import io.crossline.vectors.form.Differences;
import io.crossline.vectors.form.Forms;
import org.junit.jupiter.api.Test;

/** Nothing in a case can be passed over. */
class FieldsTest {
  private static final Shape SHAPE =
      Shape.of().in("a").optionalIn("b").expect("x").optionalExpect("y").both("z");
  private static final String ALL =
      "{\"id\": \"i\", \"a\": \"0x1\", \"b\": \"0x2\", \"x\": \"0x3\", \"y\": \"0x4\", \"z\": \"0x5\"}";

  private final Differences differences = new Differences();

  private VectorCase vector(String json) {
    return new VectorCase(JsonReader.read("f.json", json).asObject(), differences);
  }

  @Test
  void whatIsLeftOverFails() {
    VectorCase vector = vector(ALL);
    vector.fields(SHAPE);
    vector.settle();
    assertThat(differences.found())
        .extracting(Difference::actual)
        .containsExactly("not used", "not used", "not compared", "not compared", "not compared");
  }

  @Test
  void usingAnInputDoesNotCompareIt() {
    VectorCase vector = vector(ALL);
    Fields fields = vector.fields(SHAPE);
    fields.in("a", Forms.UINT256);
    fields.in("b", Forms.UINT256);
    fields.in("z", Forms.UINT256);
    fields.expect("x", Forms.UINT256, UInt256.of(3));
    fields.expect("y", Forms.UINT256, UInt256.of(4));
    vector.settle();
    assertThat(differences.found()).hasSize(1);
    assertThat(differences.found().get(0).place().path().toString()).isEqualTo("z");
  }

  @Test
  void everythingUsedAndComparedPasses() {
    VectorCase vector = vector(ALL);
    Fields fields = vector.fields(SHAPE);
    fields.in("a", Forms.UINT256);
    fields.optionalIn("b", Forms.UINT256);
    fields.in("z", Forms.UINT256);
    assertThat(fields.expect("x", Forms.UINT256, UInt256.of(3))).isTrue();
    fields.expect("y", Forms.UINT256, UInt256.of(4));
    fields.expect("z", Forms.UINT256, UInt256.of(5));
    vector.settle();
    assertThat(differences.isEmpty()).isTrue();
  }

  @Test
  void inputsAndExpectationsAreNotMixedUp() {
    Fields fields = vector(ALL).fields(SHAPE);
    assertThatThrownBy(() -> fields.in("x", Forms.UINT256))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> fields.expect("a", Forms.UINT256, UInt256.ONE))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> fields.has("q")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> SHAPE.in("x")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unknownAndMissingFieldsAreRefused() {
    assertThatThrownBy(() -> vector(ALL.replace("\"y\"", "\"w\"")).fields(SHAPE))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("w: unknown field \"w\"");
    assertThatThrownBy(() -> vector(ALL.replace("\"a\": \"0x1\",", "")).fields(SHAPE))
        .isInstanceOf(InvalidJsonException.class)
        .hasMessageContaining("field \"a\" is missing");
  }
}
