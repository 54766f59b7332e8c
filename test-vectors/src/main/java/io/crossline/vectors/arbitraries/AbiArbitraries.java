// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiTypeCases;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.CustomError;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Panic;
import io.crossline.core.abi.RawRevert;
import io.crossline.core.abi.Require;
import io.crossline.core.abi.Signature;
import io.crossline.messaging.UInt256;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Solidity types, values of them, and what calls revert with.
 *
 * <p>Thread-safe: functions without a state.
 */
@SuppressWarnings("exports") // jqwik is required statically, see module-info
public final class AbiArbitraries {
  private static final int MAX_ITEMS = 3;

  private AbiArbitraries() {}

  /**
   * Types side by side, with the nesting of real contracts.
   *
   * @return the arbitrary
   */
  public static Arbitrary<AbiType.Tuple> types() {
    return typeText(2)
        .list()
        .ofMaxSize(4)
        .map(types -> AbiType.parameters("(" + String.join(",", types) + ")"))
        .withoutEdgeCases();
  }

  private static Arbitrary<String> typeText(int depth) {
    Arbitrary<String> simple =
        Arbitraries.oneOf(
            Arbitraries.of("bool", "address", "bytes", "string"),
            Arbitraries.integers().between(1, 32).map(n -> "uint" + 8 * n),
            Arbitraries.integers().between(1, 32).map(n -> "bytes" + n));
    if (depth == 0) {
      return simple;
    }
    Arbitrary<String> inner = Arbitraries.lazy(() -> typeText(depth - 1));
    return Arbitraries.frequencyOf(
        Tuple.of(4, simple),
        Tuple.of(1, inner.map(type -> type + "[]")),
        Tuple.of(
            1,
            Combinators.combine(inner, Arbitraries.integers().between(1, MAX_ITEMS))
                .as((type, length) -> type + "[" + length + "]")),
        Tuple.of(
            2,
            inner
                .list()
                .ofMinSize(1)
                .ofMaxSize(MAX_ITEMS)
                .map(types -> "(" + String.join(",", types) + ")")));
  }

  /**
   * Values of types.
   *
   * @param types the types
   * @return the arbitrary
   */
  public static Arbitrary<AbiValue.Tuple> values(AbiType.Tuple types) {
    return tuple(types).map(AbiValue.Tuple.class::cast).withoutEdgeCases();
  }

  /**
   * What a call can revert with: nothing, a reason, a panic, an error of one's own, any bytes.
   *
   * @return the arbitrary
   */
  public static Arbitrary<EvmRevert> revert() {
    Arbitrary<EvmRevert> custom =
        types()
            .flatMap(
                types -> {
                  Signature signature = Signature.parse("Odd" + types.canonical());
                  return values(types).map(values -> new CustomError(signature, values));
                });
    return Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.of(RawRevert.EMPTY)),
            Tuple.of(2, ValueArbitraries.bytes(70).map(RawRevert::of)),
            Tuple.of(3, text().map(Require::new)),
            Tuple.of(
                2,
                Arbitraries.of(0x00, 0x01, 0x11, 0x12, 0x21, 0x22, 0x31, 0x32, 0x41, 0x51, 0xff)
                    .map(code -> Panic.of(code))),
            Tuple.of(3, custom))
        .withoutEdgeCases();
  }

  private static Arbitrary<String> text() {
    return Arbitraries.strings().alpha().numeric().withChars('é', '€').ofMaxLength(40);
  }

  private static Arbitrary<AbiValue> tuple(AbiType.Tuple types) {
    List<Arbitrary<AbiValue>> components =
        types.components().stream().map(type -> type.fold(Values.INSTANCE)).toList();
    return Combinators.combine(components).as(AbiValue::tuple);
  }

  private enum Values implements AbiTypeCases<Arbitrary<AbiValue>> {
    INSTANCE;

    @Override
    public Arbitrary<AbiValue> uint(AbiType.UInt type) {
      return number(type.bits()).map(AbiValue::number);
    }

    @Override
    public Arbitrary<AbiValue> integer(AbiType.Int type) {
      return number(type.bits() - 1).map(AbiValue::number);
    }

    private static Arbitrary<UInt256> number(int bits) {
      return Arbitraries.bigIntegers()
          .between(BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE))
          .map(UInt256::of);
    }

    @Override
    public Arbitrary<AbiValue> bool(AbiType.Bool type) {
      return Arbitraries.of(true, false).map(AbiValue::bool);
    }

    @Override
    public Arbitrary<AbiValue> address(AbiType.Address type) {
      return ValueArbitraries.ethAddress().map(AbiValue::address);
    }

    @Override
    public Arbitrary<AbiValue> fixedBytes(AbiType.FixedBytes type) {
      return ValueArbitraries.bytesOf(type.size()).map(AbiValue::fixed);
    }

    @Override
    public Arbitrary<AbiValue> byteString(AbiType.ByteString type) {
      return ValueArbitraries.bytes(70).map(AbiValue::bytes);
    }

    @Override
    public Arbitrary<AbiValue> text(AbiType.Text type) {
      return AbiArbitraries.text().map(AbiValue::text);
    }

    @Override
    public Arbitrary<AbiValue> array(AbiType.Array type) {
      return type.element().fold(this).list().ofMaxSize(MAX_ITEMS).map(AbiValue::array);
    }

    @Override
    public Arbitrary<AbiValue> fixedArray(AbiType.FixedArray type) {
      return type.element().fold(this).list().ofSize(type.length()).map(AbiValue::array);
    }

    @Override
    public Arbitrary<AbiValue> tuple(AbiType.Tuple type) {
      return AbiArbitraries.tuple(type);
    }
  }
}
