// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.arbitraries;

import io.crossline.messaging.Bytes;
import io.crossline.starknet.CairoResult;
import io.crossline.starknet.CairoText;
import io.crossline.starknet.CairoType;
import io.crossline.starknet.CairoTypes;
import io.crossline.starknet.CairoValue;
import io.crossline.starknet.CairoVariant;
import io.crossline.starknet.Felt;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Arbitraries of Cairo's types and of their values.
 *
 * <p>Thread-safe: functions without a state.
 */
@SuppressWarnings("exports") // jqwik is required statically, see module-info
public final class CairoArbitraries {
  private static final int DEPTH = 3;
  private static final int FELT_BITS = 251;

  /** A type with its values. */
  private record Typed(CairoType<?> type, Arbitrary<Object> values) {}

  private CairoArbitraries() {}

  /**
   * Values with their types: any type of Cairo, three deep at most.
   *
   * @return the arbitrary
   */
  public static Arbitrary<CairoValue> value() {
    return typed(DEPTH)
        .flatMap(typed -> typed.values().map(value -> typed.type().of(value)))
        .withoutEdgeCases();
  }

  /**
   * Variants of enums, of small numbers and without data.
   *
   * @return the arbitrary
   */
  public static Arbitrary<CairoVariant> variant() {
    return Combinators.combine(name(), StarknetArbitraries.felt().optional())
        .as((name, data) -> new CairoVariant(name, data.map(felt -> felt)));
  }

  /**
   * Results of felts.
   *
   * @return the arbitrary
   */
  @SuppressWarnings("rawtypes") // a class has no type arguments
  public static Arbitrary<CairoResult> result() {
    return Arbitraries.oneOf(
        StarknetArbitraries.felt().map(CairoResult.Ok<Felt, Felt>::new),
        StarknetArbitraries.felt().map(CairoResult.Err<Felt, Felt>::new));
  }

  /**
   * Words of a command line.
   *
   * @return the arbitrary
   */
  public static Arbitrary<CairoText> text() {
    return Arbitraries.strings().ofMaxLength(40).map(CairoText::new);
  }

  private static Arbitrary<String> name() {
    return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(8);
  }

  private static Arbitrary<Object> number(BigInteger min, BigInteger max) {
    return Arbitraries.bigIntegers().between(min, max).map(number -> number);
  }

  private static Arbitrary<Object> unsigned(int bits) {
    return number(BigInteger.ZERO, BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
  }

  private static Arbitrary<Object> signed(int bits) {
    BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
    return number(half.negate(), half.subtract(BigInteger.ONE));
  }

  private static Arbitrary<Object> bytes(int least, int most) {
    return ValueArbitraries.bytes(most)
        .map(bytes -> bytes.size() < least ? Bytes.of(new byte[least]) : bytes);
  }

  private static List<Typed> plain() {
    List<Typed> plain = new ArrayList<>();
    plain.add(new Typed(CairoTypes.FELT, StarknetArbitraries.felt().map(felt -> felt)));
    plain.add(new Typed(CairoTypes.BOOL, Arbitraries.of(true, false).map(flag -> flag)));
    plain.add(new Typed(CairoTypes.U8, unsigned(8)));
    plain.add(new Typed(CairoTypes.U16, unsigned(16)));
    plain.add(new Typed(CairoTypes.U32, unsigned(32)));
    plain.add(new Typed(CairoTypes.U64, unsigned(64)));
    plain.add(new Typed(CairoTypes.U96, unsigned(96)));
    plain.add(new Typed(CairoTypes.U128, unsigned(128)));
    plain.add(new Typed(CairoTypes.U256, unsigned(256)));
    plain.add(new Typed(CairoTypes.U512, unsigned(512)));
    plain.add(new Typed(CairoTypes.I8, signed(8)));
    plain.add(new Typed(CairoTypes.I16, signed(16)));
    plain.add(new Typed(CairoTypes.I32, signed(32)));
    plain.add(new Typed(CairoTypes.I64, signed(64)));
    plain.add(new Typed(CairoTypes.I128, signed(128)));
    plain.add(new Typed(CairoTypes.BYTES31, bytes(31, 31)));
    plain.add(new Typed(CairoTypes.BYTE_ARRAY, bytes(0, 100)));
    plain.add(
        new Typed(
            CairoTypes.TEXT,
            Arbitraries.strings().ofMaxLength(70).map(Bytes::utf8).map(CairoArbitraries::text)));
    plain.add(
        new Typed(
            CairoTypes.SHORT_STRING,
            Arbitraries.strings().withCharRange('!', '~').ofMaxLength(31).map(text -> text)));
    plain.add(new Typed(CairoTypes.CONTRACT_ADDRESS, unsigned(FELT_BITS)));
    plain.add(new Typed(CairoTypes.CLASS_HASH, unsigned(FELT_BITS)));
    plain.add(new Typed(CairoTypes.STORAGE_ADDRESS, unsigned(FELT_BITS)));
    plain.add(new Typed(CairoTypes.ETH_ADDRESS, unsigned(160)));
    plain.add(
        new Typed(CairoTypes.nonZero(CairoTypes.U256), number(BigInteger.ONE, BigInteger.TEN)));
    plain.add(
        new Typed(
            CairoTypes.boundedInt(BigInteger.valueOf(-5), BigInteger.TEN),
            number(BigInteger.valueOf(-5), BigInteger.TEN)));
    plain.add(new Typed(CairoTypes.UNIT, Arbitraries.just(List.of())));
    return plain;
  }

  /** What text UTF-8 makes of a string, without the halves of characters that it cannot have. */
  private static Object text(Bytes utf8) {
    return new String(utf8.toByteArray(), StandardCharsets.UTF_8);
  }

  private static Arbitrary<Typed> typed(int depth) {
    Arbitrary<Typed> plain = Arbitraries.of(plain());
    if (depth == 0) {
      return plain;
    }
    Arbitrary<Typed> inner = Arbitraries.lazy(() -> typed(depth - 1));
    return Arbitraries.oneOf(
        plain,
        inner.map(part -> new Typed(CairoTypes.array(part.type()), lists(part, 0, 4))),
        inner.map(part -> new Typed(CairoTypes.span(part.type()), lists(part, 0, 4))),
        inner.map(part -> new Typed(CairoTypes.fixedArray(part.type(), 3), lists(part, 3, 3))),
        inner.map(
            part ->
                new Typed(
                    CairoTypes.option(part.type()),
                    part.values().optional().map(value -> (Object) value))),
        inner.list().ofMinSize(1).ofMaxSize(3).map(CairoArbitraries::tuple),
        inner.list().ofMinSize(1).ofMaxSize(3).map(CairoArbitraries::struct),
        inner.list().ofMinSize(1).ofMaxSize(3).map(CairoArbitraries::enumeration),
        Combinators.combine(inner, inner).as(CairoArbitraries::result));
  }

  private static Arbitrary<Object> lists(Typed part, int least, int most) {
    return part.values().list().ofMinSize(least).ofMaxSize(most).map(List::copyOf);
  }

  private static Arbitrary<List<Object>> each(List<Typed> parts) {
    return Combinators.combine(parts.stream().map(Typed::values).toList()).as(List::copyOf);
  }

  private static Typed tuple(List<Typed> parts) {
    CairoType<?>[] types = parts.stream().map(Typed::type).toArray(CairoType<?>[]::new);
    return new Typed(CairoTypes.tuple(types), each(parts).map(values -> values));
  }

  private static Map<String, CairoType<?>> named(List<Typed> parts) {
    Map<String, CairoType<?>> named = new LinkedHashMap<>();
    parts.forEach(part -> named.put("part" + named.size(), part.type()));
    return named;
  }

  private static Typed struct(List<Typed> parts) {
    Map<String, CairoType<?>> members = named(parts);
    return new Typed(
        CairoTypes.struct("a::Struct", members),
        each(parts)
            .map(
                values -> {
                  Map<String, Object> map = new LinkedHashMap<>();
                  members.keySet().forEach(name -> map.put(name, values.get(map.size())));
                  return map;
                }));
  }

  private static Typed enumeration(List<Typed> parts) {
    List<Arbitrary<Object>> variants = new ArrayList<>();
    for (Typed part : parts) {
      String name = "part" + variants.size();
      variants.add(part.values().map(value -> new CairoVariant(name, Optional.of(value))));
    }
    return new Typed(CairoTypes.enumeration("a::Enum", named(parts)), Arbitraries.oneOf(variants));
  }

  private static Typed result(Typed ok, Typed err) {
    return new Typed(
        CairoTypes.result(ok.type(), err.type()),
        Arbitraries.oneOf(
            ok.values().map(value -> new CairoResult.Ok<Object, Object>(value)),
            err.values().map(value -> new CairoResult.Err<Object, Object>(value))));
  }
}
