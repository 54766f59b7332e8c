// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the vectors do not say of the codec: its own refusals, and what Java values mean. */
class CairoTypesTest {
  enum Side {
    BUY,
    SELL
  }

  sealed interface Order permits Market, Limit {}

  record Market() implements Order {}

  record Limit(UInt256 price, @Cairo("u32") UInt64 expiry) implements Order {}

  record Deposit(
      @Cairo("ContractAddress") Felt recipient,
      List<@Cairo("u128") UInt256> amounts,
      String note,
      @Cairo("i64") long delta,
      Optional<Order> order,
      Side side,
      CairoResult<Bytes, @Cairo("shortstring") String> answer) {}

  @Test
  void aRecordIsWrittenAndReadByItsComponents() {
    Deposit deposit =
        new Deposit(
            Felt.of(7),
            List.of(UInt256.of(1), UInt256.of(2)),
            "héllo",
            -3,
            Optional.of(new Limit(UInt256.MAX, UInt64.of(9))),
            Side.SELL,
            new CairoResult.Err<>("no"));
    Payload payload = Payload.cairo(deposit);
    assertThat(payload.decode(Deposit.class)).isEqualTo(deposit);
    assertThat(payload.word(1)).isEqualTo(UInt256.of(2));
    assertThat(payload.felt(7))
        .isEqualTo(Felt.of(UInt256.of(CairoNumbers.PRIME.subtract(BigInteger.valueOf(3)))));
  }

  @Test
  void aPayloadTakesValuesByTheirJavaType() {
    Payload payload =
        Payload.cairo(
            true,
            "a",
            Bytes.parse("0x00ff"),
            UInt256.of(5),
            List.of(Felt.ONE, Felt.ZERO),
            List.of(),
            Optional.empty(),
            CairoTypes.U128.of(6),
            Payload.of(Felt.of(8)),
            new CairoResult.Ok<>(false),
            Selector.of(Felt.of(9)));
    assertThat(payload.words())
        .extracting(UInt256::toString)
        .containsExactly(
            "1", "0", "97", "1", "0", "255", "2", "5", "0", "2", "1", "0", "0", "1", "6", "8", "0",
            "0", "9");
    assertThat(payload.slice(0, 4).decode(CairoTypes.BOOL, CairoTypes.TEXT))
        .containsExactly(true, "a");
  }

  @Test
  void whatCouldBeAnyTypeIsRefusedWithAWayOut() {
    assertThatThrownBy(() -> Payload.cairo(Felt.ONE, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("payload[1]: Integer has no single Cairo form")
        .hasMessageContaining("CairoTypes.U128.of(5)");
    assertThatThrownBy(() -> Payload.cairo(BigInteger.ONE))
        .hasMessageContaining("BigInteger has no single Cairo form");
  }

  @ParameterizedTest
  @CsvSource({
    "u8, 256, 0 to 255",
    "u8, -1, 0 to 255",
    "u8, 0x1ff, 0 to 255",
    "i8, 128, -128 to 127",
    "u128, 1e21, 0 to 2^128 - 1",
    "u64, abc, 0 to 2^64 - 1",
    "u64, '', 0 to 2^64 - 1",
    "felt252, hello, only when asked for",
    "felt252, -1, from 0 to P - 1",
    "bool, 1, true or false",
    "bool, False, true or false",
    "NonZero<u8>, 0, another number than 0",
    "NonZero<u256>, 0, another number than 0",
    "bytes31, 123, 31 bytes",
    "bytes31, 0x7b, 31 bytes",
    "ByteArray, 0x1234, text:0x1234 for these characters or bytes:0x1234 for bytes",
    "ContractAddress, 0x800000000000000000000000000000000000000000000000000000000000000, 2^251 - 1",
    "EthAddress, 0x10000000000000000000000000000000000000000, 2^160 - 1",
    "u512, -5, 2^512 - 1",
    "'BoundedInt<-5, 5>', 6, -5 to 5",
    "shortstring, 01234567890123456789012345678901, at most 31",
    "Option<u8>, 5, Some",
    "'[u8; 2]', 5, a list",
  })
  void whatAPersonWritesIsRefusedWhereItIsNoSuchValue(String type, String text, String allowed) {
    assertThatThrownBy(() -> CairoTypes.parse(type).encode(new CairoText(text)))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "u8, 255, 255",
    "u8, 0xff, 255",
    "felt252, text:hi, 26729",
    "shortstring, hi, 26729",
    "shortstring, text:hi, 26729",
    "bool, true, 1",
    "ByteArray, hi, 0 26729 2",
    "ByteArray, bytes:0x1234, 0 4660 2",
    "ByteArray, text:0x1, 0 3176497 3",
    "ByteArray, 123, 0 3224115 3",
    "Option<u8>, None, 1",
    "u96, 79228162514264337593543950335, 79228162514264337593543950335",
    "'BoundedInt<-5, 5>', 5, 5",
    "NonZero<u256>, 340282366920938463463374607431768211456, 0 1",
    "core::box::Box::<core::integer::u8>, 4, 4",
    "'(u8,)', , ''",
  })
  void whatAPersonWritesIsWritten(String type, String text, String felts) {
    if (text == null) {
      assertThat(CairoTypes.parse(type).encode(List.of(UInt64.ONE))).containsExactly(Felt.ONE);
      return;
    }
    assertThat(CairoTypes.parse(type).encode(new CairoText(text)))
        .extracting(felt -> felt.toUInt256().toString())
        .containsExactly(felts.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "u7",
        "Array<u8",
        "Array<>",
        "Array<u8, u8>",
        "Result<u8>",
        "(u8",
        "[u8]",
        "[u8; -1]",
        "[u8; 99999999999]",
        "BoundedInt<5, 4>",
        "u8 u8",
        "probe::Point",
        "Array<u8>>"
      })
  void aNameThatIsNoTypeIsRefused(String text) {
    assertThatThrownBy(() -> CairoTypes.parse(text))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("type \"" + text + "\"");
  }

  @Test
  void typesAndValuesThatNestTooDeepAreRefused() {
    assertThatThrownBy(() -> CairoTypes.parse("Array<".repeat(100) + "u8" + ">".repeat(100)))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("deeper than 64");
  }

  @Test
  void aFixedArrayOfManyElementsCostsNothingWithoutFelts() {
    assertThatThrownBy(() -> CairoTypes.parse("[u8; 2000000000]").decode(List.of(Felt.ONE)))
        .isInstanceOf(MalformedInputException.class)
        .hasMessageContaining("an array of 2000000000 elements, but 1 felts are left");
    assertThatThrownBy(() -> CairoTypes.parse("Array<()>").decode(List.of(Felt.of(1L << 40))))
        .isInstanceOf(MalformedInputException.class);
    assertThat(CairoTypes.parse("Array<()>").decode(List.of(Felt.of(3))))
        .isEqualTo(List.of(List.of(), List.of(), List.of()));
  }

  @Test
  void aByteArrayIsBytesAndTextIsAStepThatCanFail() {
    Payload payload = Payload.cairo(Bytes.parse("0xff00"));
    assertThat(payload.decode(CairoTypes.BYTE_ARRAY)).containsExactly(Bytes.parse("0xff00"));
    assertThatThrownBy(() -> payload.decode(CairoTypes.TEXT))
        .isInstanceOfSatisfying(
            CairoReadException.class,
            noText -> {
              assertThat(noText.panic()).isEmpty();
              assertThat(noText).hasMessageContaining("not UTF-8 text");
            });
  }

  @Test
  void whatDoesNotFitSaysWhatAContractPanicsWith() {
    assertThatThrownBy(
            () -> Payload.of(Felt.ONE, Felt.of(256)).decode(CairoTypes.U8, CairoTypes.U8))
        .isInstanceOfSatisfying(
            CairoReadException.class,
            unread ->
                assertThat(unread.panic())
                    .containsExactly(Felt.fromShortString("Failed to deserialize param #3")));
    assertThatThrownBy(() -> Payload.of(Felt.ONE, Felt.ONE).decode(CairoTypes.U8))
        .isInstanceOfSatisfying(
            CairoReadException.class,
            unread ->
                assertThat(unread.panic())
                    .containsExactly(Felt.fromShortString("Input too long for arguments")));
  }

  @Test
  void structsAndEnumsWithoutAJavaTypeAreMapsAndVariants() {
    CairoType<Map<String, Object>> point =
        CairoTypes.struct("Point", Map.of("x", CairoTypes.option(CairoTypes.U8)));
    assertThat(point.encode(Map.of("x", Optional.of(4)))).containsExactly(Felt.ZERO, Felt.of(4));
    assertThat(point.decode(List.of(Felt.ONE))).isEqualTo(Map.of("x", Optional.empty()));
    assertThatThrownBy(() -> point.encode(Map.of("y", 1)))
        .hasMessageContaining("found members [y], must be [x]");
    assertThatThrownBy(() -> point.encode(Map.of("x", Optional.of(400))))
        .hasMessageContaining("x.Some: 400 (Integer) is no u8 (must be a number from 0 to 255)");
    CairoType<CairoVariant> shape =
        CairoTypes.enumeration("Shape", Map.of("Side", CairoTypes.ETH_ADDRESS));
    assertThat(shape.decode(List.of(Felt.ZERO, Felt.of(5))))
        .isEqualTo(new CairoVariant("Side", EthAddress.of(Felt.of(5))));
    assertThatThrownBy(() -> shape.encode("Sid")).hasMessageContaining("Did you mean \"Side\"?");
    assertThatThrownBy(() -> shape.encode("Side")).hasMessageContaining("Side has data");
  }
}
