// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.l2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crossline.core.handler.HandlerException;
import io.crossline.messaging.BlockInfo;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Codec;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import io.crossline.messaging.Word;
import io.crossline.starknet.Cairo;
import io.crossline.starknet.Felt;
import io.crossline.starknet.L1ToL2Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import io.crossline.starknet.StarknetChain;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What Cairo's Serde writes, read into Java parameters. */
class CairoSerdeTest {
  enum Side {
    BUY,
    SELL
  }

  sealed interface Order permits Market, Limit {}

  record Market() implements Order {}

  record Limit(UInt256 price, @Cairo("u32") UInt64 expiry) implements Order {}

  static final class Serde {
    private static void note(L2Context ctx, Object... values) {
      ctx.storage().slot("seen", Codec.TEXT, "").set(List.of(values).toString());
    }

    @L1Handler(anyone = true)
    void narrow(
        L2Context ctx, EthAddress from, @Cairo("u8") UInt64 small, @Cairo("u128") UInt256 wide) {
      note(ctx, small, wide);
    }

    @L1Handler(anyone = true)
    void text(L2Context ctx, EthAddress from, String text) {
      note(ctx, text);
    }

    @L1Handler(anyone = true)
    void bytes(L2Context ctx, EthAddress from, Bytes bytes) {
      note(ctx, bytes);
    }

    @L1Handler(anyone = true)
    void option(L2Context ctx, EthAddress from, Optional<UInt64> maybe, Felt last) {
      note(ctx, maybe, last);
    }

    @L1Handler(anyone = true)
    void orders(L2Context ctx, EthAddress from, Side side, List<Order> orders) {
      note(ctx, side, orders);
    }
  }

  private static Felt word(String ascii) {
    return Felt.fromShortString(ascii);
  }

  private static Arguments row(String handler, String outcome, Word... payload) {
    return Arguments.of(handler, outcome, Payload.of(payload));
  }

  private static final Felt TWO = Felt.of(2);

  static Stream<Arguments> payloads() {
    return Stream.of(
        row("narrow", "[255, 7]", Felt.of(255), Felt.of(7)),
        row("narrow", "payload[0]: 0x100 is not a u8 (must be from 0 to 255)", Felt.of(256), TWO),
        row(
            "narrow",
            "is not a u128 (must be from 0 to 2^128 - 1)",
            TWO,
            UInt256.parse("0x100000000000000000000000000000000")),
        row("text", "[hi]", Felt.ZERO, word("hi"), TWO),
        row("text", "[]", Felt.ZERO, Felt.ZERO, Felt.ZERO),
        row(
            "text",
            "[abcdefghijklmnopqrstuvwxyz01234!]",
            Felt.ONE,
            word("abcdefghijklmnopqrstuvwxyz01234"),
            word("!"),
            Felt.ONE),
        row("text", "has more than the 1 bytes that follow it", Felt.ZERO, word("hi"), Felt.ONE),
        row("text", "is not a variant (must be below 31)", Felt.ZERO, Felt.ZERO, Felt.of(31)),
        row("text", "is not a bytes31", Felt.ONE, Felt.MAX, Felt.ZERO, Felt.ZERO),
        row(
            "text",
            "payload[0]: a ByteArray that is not UTF-8 text",
            Felt.ZERO,
            Felt.of(0xff),
            Felt.ONE),
        row("bytes", "[0x00ff]", Felt.ZERO, Felt.of(0xff), TWO),
        row("option", "[Optional[5], 0x9]", Felt.ZERO, Felt.of(5), Felt.of(9)),
        row("option", "[Optional.empty, 0x9]", Felt.ONE, Felt.of(9)),
        row("option", "payload[0]: 0x2 is not a variant (must be below 2)", TWO, Felt.of(9)),
        row(
            "orders",
            "[SELL, [Limit[price=3, expiry=4], Market[]]]",
            Felt.ONE,
            TWO,
            Felt.ONE,
            Felt.of(3),
            Felt.ZERO,
            Felt.of(4),
            Felt.ZERO),
        row("orders", "payload[0]: 0x2 is not a variant (must be below 2)", TWO, Felt.ZERO),
        row("orders", "payload[2]: 0x2 is not a variant", Felt.ONE, Felt.ONE, TWO));
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void readsOrSaysWhy(String handler, String outcome, Payload payload) {
    L2Chain chain = new L2Chain(StarknetChain.SEPOLIA, new BlockInfo(UInt64.ONE, UInt64.ONE));
    Felt serde = chain.deploy("serde", new Serde(), roles -> {});
    L1ToL2Message message =
        L1ToL2Message.of(EthAddress.ZERO, serde, Selector.ofName(handler), payload, UInt64.ZERO);
    L2Receipt receipt = chain.execute(L1HandlerTransaction.of(message, StarknetChain.SEPOLIA));
    String seen = chain.storageOf(serde).slot("seen", Codec.TEXT, "").get();
    if (outcome.startsWith("[")) {
      assertThat(receipt.revertReason()).isEmpty();
      assertThat(seen).isEqualTo(outcome);
    } else {
      assertThat(receipt.revertReason().orElseThrow()).contains(outcome);
      assertThat(seen).isEmpty();
    }
  }

  static final class Guarded {
    @L1Handler(from = "0x00000000000000000000000000000000000000b1")
    void guarded(L2Context ctx, EthAddress from, boolean flag) {
      ctx.storage().slot("seen", Codec.TEXT, "").set("" + flag);
    }
  }

  /** The executor reads the parameters before the handler's first line, which checks the sender. */
  @Test
  void whatCannotBeReadIsSaidBeforeWhoMaySend() {
    L2Chain chain = new L2Chain(StarknetChain.SEPOLIA, new BlockInfo(UInt64.ONE, UInt64.ONE));
    Felt guarded = chain.deploy("guarded", new Guarded(), roles -> {});
    assertThat(reason(chain, guarded, 0xb2)).startsWith("\"Failed to deserialize param #2\" (");
    assertThat(reason(chain, guarded, 0xb2, Felt.ONE)).isEqualTo("\"UNEXPECTED_L1_SENDER\"");
    assertThat(reason(chain, guarded, 0xb1, Felt.ONE, TWO))
        .startsWith("\"Input too long for arguments\" (");
    assertThat(reason(chain, guarded, 0xb1, TWO)).isEmpty();
    assertThat(chain.storageOf(guarded).slot("seen", Codec.TEXT, "").get()).isEqualTo("true");
  }

  private static String reason(L2Chain chain, Felt to, long from, Word... payload) {
    L1ToL2Message message =
        L1ToL2Message.of(
            EthAddress.of(Felt.of(from)),
            to,
            Selector.ofName("guarded"),
            Payload.of(payload),
            UInt64.ZERO);
    return chain
        .execute(L1HandlerTransaction.of(message, StarknetChain.SEPOLIA))
        .revertReason()
        .orElse("");
  }

  static final class WrongWidth {
    @L1Handler(anyone = true)
    void wrong(L2Context ctx, EthAddress from, @Cairo("u12") UInt64 odd) {}
  }

  @Test
  void aWidthThatCairoDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> L2Contract.of(new WrongWidth(), new Roles()))
        .isInstanceOf(HandlerException.class)
        .hasMessageContaining(
            "WrongWidth.wrong(odd): @Cairo(\"u12\"): type \"u12\", at 3: there is no type \"u12\"");
  }

  record Wrapper(Felt value) implements NotOnlyRecords {}

  sealed interface NotOnlyRecords permits Wrapper, Open {}

  static non-sealed class Open implements NotOnlyRecords {}

  static final class WrongVariants {
    @L1Handler(anyone = true)
    void wrong(L2Context ctx, EthAddress from, NotOnlyRecords value) {}
  }

  @Test
  void aSealedInterfaceOfMoreThanRecordsIsRefused() {
    assertThatThrownBy(() -> L2Contract.of(new WrongVariants(), new Roles()))
        .isInstanceOf(HandlerException.class)
        .hasMessageContaining("Open is no record");
  }
}
