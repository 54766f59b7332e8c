// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Cairo type a Java type stands for, and how its values are read. */
class JavaFormsTest {
  record Point(UInt256 x, boolean negative) {}

  record Order(EthAddress owner, List<Point> points, UInt64 deadline) {}

  record Tree(Felt value, List<Tree> children) {}

  record Nothing() {}

  record Tail(Felt first, Payload rest) {}

  record Generic<T>(T value) {}

  /** A method for each type that is tried; the type is that of its parameter. */
  @SuppressWarnings("unused")
  interface Types {
    void felt(Felt p);

    void bool(boolean p);

    void boxed(Boolean p);

    void uint64(UInt64 p);

    void uint256(UInt256 p);

    void address(EthAddress p);

    void felts(List<Felt> p);

    void nested(List<List<UInt256>> p);

    void point(Point p);

    void order(Order p);

    void orders(List<Order> p);

    void tree(Tree p);

    void nothing(Nothing p);

    void tail(Tail p);

    void payloads(List<Payload> p);

    void generic(Generic<Felt> p);

    void rawGeneric(@SuppressWarnings("rawtypes") Generic p);

    void number(long p);

    void boxedNumber(Long p);

    void date(java.time.Instant p);

    void array(Felt[] p);

    void rawList(@SuppressWarnings("rawtypes") List p);

    void wild(List<? extends Felt> p);

    void map(Map<Felt, Felt> p);

    void dateList(List<java.time.Instant> p);
  }

  private static CairoType<?> type(String name) {
    Method method =
        Arrays.stream(Types.class.getMethods())
            .filter(m -> m.getName().equals(name))
            .findFirst()
            .orElseThrow();
    Parameter parameter = method.getParameters()[0];
    return CairoTypes.of(parameter.getAnnotatedType(), "Types." + name + "(p)");
  }

  private static Felt felt(String text) {
    return switch (text) {
      case "max" -> Felt.MAX;
      case "2^64" -> Felt.of(UInt256.ofLimbs(0, 0, 1, 0));
      case "2^64-1" -> Felt.of(UInt64.MAX);
      case "2^128" -> Felt.of(UInt256.ofLimbs(0, 1, 0, 0));
      case "2^128-1" -> Felt.of(UInt256.ofLimbs(0, 0, -1, -1));
      case "2^160" -> Felt.of(UInt256.ofLimbs(0, 1L << 32, 0, 0));
      case "2^160-1" -> Felt.of(UInt256.ofLimbs(0, 0xffffffffL, -1, -1));
      default -> Felt.parse(text);
    };
  }

  private static List<Felt> felts(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(" ")).map(JavaFormsTest::felt).toList();
  }

  private static Object read(String type, String text) {
    return type(type).decode(felts(text));
  }

  private static UInt256 u256(long high, long low) {
    return UInt256.ofLimbs(0, high, 0, low);
  }

  private static Object[] row(String type, String felts, Object value) {
    return new Object[] {type, felts, value};
  }

  static Stream<Object[]> values() {
    EthAddress owner = EthAddress.truncate(UInt256.of(0xe1));
    Order order =
        new Order(
            owner,
            List.of(new Point(u256(0, 1), true), new Point(u256(3, 2), false)),
            UInt64.of(99));
    String orderFelts = "0xe1 2 1 0 1 2 3 0 99";
    return Stream.of(
        row("felt", "max", Felt.MAX),
        row("felt", "0", Felt.ZERO),
        row("bool", "0", false),
        row("bool", "1", true),
        row("boxed", "1", true),
        row("uint64", "2^64-1", UInt64.MAX),
        row("uint256", "1 2", u256(2, 1)),
        row("uint256", "2^128-1 2^128-1", UInt256.MAX),
        row("uint256", "2^128-1 0", UInt256.ofLimbs(0, 0, -1, -1)),
        row("address", "2^160-1", EthAddress.parse("0x" + "f".repeat(40))),
        row("bool", "2", true),
        row("bool", "max", true),
        row("nothing", "", new Nothing()),
        row("felts", "0", List.of()),
        row("felts", "2 5 6", List.of(Felt.of(5), Felt.of(6))),
        row(
            "nested",
            "3 1 7 0 0 2 8 0 9 1",
            List.of(List.of(u256(0, 7)), List.of(), List.of(u256(0, 8), u256(1, 9)))),
        row("point", "1 2 0", new Point(u256(2, 1), false)),
        row("order", orderFelts, order),
        row("orders", "2 " + orderFelts + " " + orderFelts, List.of(order, order)));
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsWhatCairoWrites(String type, String felts, Object value) {
    assertThat(read(type, felts)).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "felt, '', payload ends after 0 felts, 0",
    "felt, 1 2, 'payload has 2 felts, the parameters take 1', 1",
    "uint64, 2^64, payload[0]: 0x10000000000000000 is not a u64 (must be from 0 to 2^64 - 1), 0",
    "uint256, 1, payload ends after 1 felts, 1",
    "uint256, 1 2 3, 'payload has 3 felts, the parameters take 2', 2",
    "uint256, 2^128 0, is not a limb of a u256 (below 2^128), 0",
    "uint256, 0 2^128, payload[1]: 0x100000000000000000000000000000000 is not a limb, 1",
    "uint256, max 0, is not a limb of a u256, 0",
    "address, 2^160, is not a EthAddress (must be from 0 to 2^160 - 1), 0",
    "felts, '', payload ends after 0 felts, 0",
    "felts, 2 5, 'payload[0]: an array of 2 elements, but 1 felts are left', 0",
    "felts, 2^64-1, 'payload[0]: an array of 18446744073709551615 elements, but 0 felts are left', 0",
    "felts, 2^64, 'payload[0]: an array of 18446744073709551616 elements, but 0 felts are left', 0",
    "felts, 1 5 6, 'payload has 3 felts, the parameters take 2', 2",
    "nested, 1 1 7, 'payload[1]: an array of 1 elements, but 1 felts are left', 1",
    "nested, 2 0 9, 'payload[2]: an array of 9 elements, but 0 felts are left', 2",
    "nested, 2 1 7 0 1 8 2^128, payload[6], 6",
    "order, 0xe1 1 1 2^128 2 99, payload[3], 3",
    "order, 2^160 0 99, payload[0], 0",
    "order, 0xe1 0, payload ends after 2 felts, 2",
    "orders, 2 0xe1 0 99 0xe1 0 2^64, payload[6], 6",
  })
  void saysWhereThePayloadDoesNotFit(String type, String felts, String reason, long offset) {
    assertThatExceptionOfType(MalformedInputException.class)
        .isThrownBy(() -> read(type, felts))
        .withMessageContaining(reason)
        .satisfies(e -> assertThat(e.offset()).isEqualTo(offset));
  }

  @ParameterizedTest
  @CsvSource({
    "tree, Types.tree(p).children: , contains itself",
    "tail, Types.tail(p).rest: , Make it a parameter by itself",
    "payloads, Types.payloads(p): , Make it a parameter by itself",
    "generic, Types.generic(p): , has no Cairo form",
    "rawGeneric, Types.rawGeneric(p).value: , T has no Cairo form",
    "number, Types.number(p): , long has no Cairo form",
    "boxedNumber, Types.boxedNumber(p): , java.lang.Long has no Cairo form",
    "date, Types.date(p): , java.time.Instant has no Cairo form",
    "array, Types.array(p): , has no Cairo form",
    "rawList, Types.rawList(p): , java.util.List has no Cairo form",
    "wild, Types.wild(p): , has no Cairo form",
    "map, Types.map(p): , has no Cairo form",
    "dateList, Types.dateList(p): , java.time.Instant has no Cairo form. Use Felt",
  })
  void otherTypesAreRefusedByPlace(String type, String where, String reason) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> type(type))
        .withMessageStartingWith(where)
        .withMessageContaining(reason);
  }

  @Test
  void whatIsReadCannotBeChanged() {
    List<?> list = (List<?>) read("felts", "1 5");
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(list::clear);
  }

  @ParameterizedTest
  @ValueSource(strings = {"felts", "nested", "orders"})
  void aLengthWithoutDataCostsNoMemory(String type) {
    for (String length : List.of("2^64-1", "0x7fffffff", "0x80000000", "0x100000000")) {
      assertThatExceptionOfType(MalformedInputException.class)
          .isThrownBy(() -> read(type, length + " 1 1"))
          .withMessageContaining("but 2 felts are left");
    }
  }
}
