// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.record.RecordReader;
import io.crossline.core.record.RecordWriter;
import io.crossline.messaging.Codec;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordShapeTest {
  private static final RecordShape<Order> SHAPE = RecordShape.of(Order.class);
  private static final Order ORDER = new Order("tea", UInt256.of(3), List.of("green"));

  /** An order of at least one piece. */
  public record Order(String goods, UInt256 pieces, List<String> notes) {
    /** Refuses none. */
    public Order {
      if (pieces.isZero()) {
        throw new IllegalArgumentException("pieces: found 0, must be at least 1");
      }
    }
  }

  @Test
  void componentsStandInOrderWithTheirTypeArguments() {
    assertThat(SHAPE.names()).containsExactly("goods", "pieces", "notes");
    assertThat(SHAPE.types().get(1)).isEqualTo(UInt256.class);
    assertThat(((ParameterizedType) SHAPE.types().get(2)).getActualTypeArguments())
        .containsExactly(String.class);
  }

  @Test
  void whatIsTakenApartIsPutTogetherAgain() {
    assertThat(SHAPE.split(ORDER)).containsExactly("tea", UInt256.of(3), List.of("green"));
    assertThat(SHAPE.join(SHAPE.split(ORDER))).isEqualTo(ORDER);
  }

  @Test
  void oneComponentIsAnother() {
    assertThat(SHAPE.with(ORDER, "pieces", UInt256.ONE))
        .isEqualTo(new Order("tea", UInt256.ONE, List.of("green")));
    assertThatThrownBy(() -> SHAPE.with(ORDER, "peices", UInt256.ONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("found no component peices in [goods, pieces, notes]");
  }

  @Test
  void whatTheConstructorThrowsComesOut() {
    assertThatThrownBy(() -> SHAPE.with(ORDER, "pieces", UInt256.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pieces: found 0, must be at least 1");
  }

  @Test
  void aListOfAnotherLengthIsRefused() {
    SHAPE.requireSize(3);
    assertThatThrownBy(() -> SHAPE.requireSize(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Order: found 2 entries for 3 components");
  }

  /** A store that was written field by field is read by the codec of the record. */
  @Test
  void theCodecOfARecordWritesItsComponentsAsFields() {
    Codec<Name> codec = RecordReader.codec(Name.class, Codec.TEXT, Codec.UINT256);
    Name name = new Name("tea", UInt256.of(3));
    assertThat(codec.encode(name))
        .isEqualTo(
            RecordWriter.write(writer -> writer.text("tea").field(Codec.UINT256, UInt256.of(3))));
    assertThat(codec.decode(codec.encode(name))).isEqualTo(name);
    assertThatThrownBy(() -> codec.decode(codec.encode(name).slice(1)))
        .isInstanceOf(MalformedInputException.class);
    assertThatThrownBy(() -> RecordReader.codec(Name.class, Codec.TEXT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Goods and how many. */
  public record Name(String goods, UInt256 pieces) {}
}
