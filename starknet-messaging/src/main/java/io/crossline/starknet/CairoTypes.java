// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.lang.reflect.AnnotatedType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The types of Cairo, and the Java type that each has.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class CairoTypes {
  /** {@code felt252}. */
  public static final CairoType<Felt> FELT = new FeltType.Whole();

  /** {@code bool}; reads any word but 0 as true, as Cairo does. */
  public static final CairoType<Boolean> BOOL = new BoolType();

  /** {@code u8}. */
  public static final CairoType<UInt64> U8 = narrow(8);

  /** {@code u16}. */
  public static final CairoType<UInt64> U16 = narrow(16);

  /** {@code u32}. */
  public static final CairoType<UInt64> U32 = narrow(32);

  /** {@code u64}. */
  public static final CairoType<UInt64> U64 = narrow(64);

  /** {@code u96}, a bounded integer. */
  public static final CairoType<UInt256> U96 =
      unsigned(
          "core::internal::bounded_int::BoundedInt::<0, 79228162514264337593543950335>",
          96,
          UInt256.class,
          UInt256::of);

  /** {@code u128}, one felt. */
  public static final CairoType<UInt256> U128 =
      unsigned("core::integer::u128", 128, UInt256.class, UInt256::of);

  /** {@code u256}, two felts, the lower half first. */
  public static final CairoType<UInt256> U256 = WideType.u256();

  /** {@code u512}, four felts, the lowest first. */
  public static final CairoType<BigInteger> U512 = WideType.u512();

  /** {@code i8}. */
  public static final CairoType<Long> I8 = signed(8);

  /** {@code i16}. */
  public static final CairoType<Long> I16 = signed(16);

  /** {@code i32}. */
  public static final CairoType<Long> I32 = signed(32);

  /** {@code i64}. */
  public static final CairoType<Long> I64 = signed(64);

  /** {@code i128}. */
  public static final CairoType<BigInteger> I128 =
      signed(128, List.of(BigInteger.class), number -> number);

  /** {@code bytes31}, 31 bytes. */
  public static final CairoType<Bytes> BYTES31 = new FeltType.Bytes31();

  /** {@code ByteArray}: bytes of any number. */
  public static final CairoType<Bytes> BYTE_ARRAY = new ByteArrayType.OfBytes();

  /** A {@code ByteArray} that is UTF-8 text; other bytes are refused. */
  public static final CairoType<String> TEXT = new ByteArrayType.OfText();

  /** A {@code felt252} that is a short string: up to 31 ASCII characters. */
  public static final CairoType<String> SHORT_STRING = new FeltType.ShortString();

  /** {@code ContractAddress}, below 2^251. */
  public static final CairoType<Felt> CONTRACT_ADDRESS =
      address("core::starknet::contract_address::ContractAddress");

  /** {@code ClassHash}, below 2^251. */
  public static final CairoType<Felt> CLASS_HASH = address("core::starknet::class_hash::ClassHash");

  /** {@code StorageAddress}, below 2^251. */
  public static final CairoType<Felt> STORAGE_ADDRESS =
      address("core::starknet::storage_access::StorageAddress");

  /** {@code EthAddress}, below 2^160. */
  public static final CairoType<EthAddress> ETH_ADDRESS =
      unsigned(
          "core::starknet::eth_address::EthAddress",
          160,
          EthAddress.class,
          number -> EthAddress.of(UInt256.of(number)));

  /** {@code ()}, which takes no felt. */
  public static final CairoType<List<Object>> UNIT = ChoiceType.UNIT;

  private static final ClassValue<CairoType<?>> OF_CLASSES =
      new ClassValue<>() {
        @Override
        protected CairoType<?> computeValue(Class<?> type) {
          return JavaForms.of(type, type.getTypeName(), List.of());
        }
      };

  private CairoTypes() {}

  private static <T> CairoType<T> unsigned(
      String name, int bits, Class<T> java, Function<BigInteger, T> reader) {
    return new IntegerType<>(
        name,
        BigInteger.ZERO,
        BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE),
        List.of(java),
        reader);
  }

  private static CairoType<UInt64> narrow(int bits) {
    return unsigned(
        "core::integer::u" + bits,
        bits,
        UInt64.class,
        number -> UInt64.of(CairoNumbers.felt(number)));
  }

  private static CairoType<Long> signed(int bits) {
    return signed(bits, List.of(long.class, Long.class), BigInteger::longValueExact);
  }

  private static <T> CairoType<T> signed(
      int bits, List<Class<?>> java, Function<BigInteger, T> reader) {
    BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
    return new IntegerType<>(
        "core::integer::i" + bits, half.negate(), half.subtract(BigInteger.ONE), java, reader);
  }

  private static CairoType<Felt> address(String name) {
    return unsigned(name, 251, Felt.class, CairoNumbers::felt);
  }

  /**
   * An array, {@code Array<T>}: a length word, then the elements.
   *
   * @param element the type of the elements
   * @param <T> their Java type
   * @return the type
   */
  public static <T> CairoType<List<T>> array(CairoType<T> element) {
    return new ListType<>("core::array::Array::<" + element.name() + ">", element);
  }

  /**
   * A span, {@code Span<T>}, which is written as an array is.
   *
   * @param element the type of the elements
   * @param <T> their Java type
   * @return the type
   */
  public static <T> CairoType<List<T>> span(CairoType<T> element) {
    return new ListType<>("core::array::Span::<" + element.name() + ">", element);
  }

  /**
   * An array of a fixed size, {@code [T; N]}: the elements, without a length word.
   *
   * @param element the type of the elements
   * @param size how many there are
   * @param <T> their Java type
   * @return the type
   * @throws IllegalArgumentException if the size is negative
   */
  public static <T> CairoType<List<T>> fixedArray(CairoType<T> element, int size) {
    if (size < 0) {
      throw new IllegalArgumentException("fixed array: the size " + size + " is negative");
    }
    return new ListType<>("[" + element.name() + "; " + size + "]", element, size);
  }

  /**
   * A tuple, {@code (A, B)}.
   *
   * @param parts the types of its values
   * @return the type; its values are lists
   */
  public static CairoType<List<Object>> tuple(CairoType<?>... parts) {
    return parts.length == 0 ? UNIT : new TupleType(List.of(parts));
  }

  /**
   * {@code Option<T>}: 0 and a value, or 1.
   *
   * @param some the type of the value
   * @param <T> its Java type
   * @return the type
   */
  public static <T> CairoType<Optional<T>> option(CairoType<T> some) {
    return new ChoiceType.Maybe<>(some);
  }

  /**
   * {@code Result<T, E>}: 0 and a value, or 1 and an error.
   *
   * @param ok the type of the value
   * @param err the type of the error
   * @param <T> the Java type of the value
   * @param <E> the Java type of the error
   * @return the type
   */
  public static <T, E> CairoType<CairoResult<T, E>> result(CairoType<T> ok, CairoType<E> err) {
    return new ChoiceType.Either<>(ok, err);
  }

  /**
   * {@code NonZero<T>}: any number of a type but 0.
   *
   * @param number the type of the number
   * @param <T> its Java type
   * @return the type
   */
  public static <T> CairoType<T> nonZero(CairoType<T> number) {
    return new NonZeroType<>(number);
  }

  /**
   * {@code BoundedInt<MIN, MAX>}, one felt.
   *
   * @param min the least number
   * @param max the greatest number
   * @return the type
   * @throws IllegalArgumentException if the range is empty or does not fit into a felt
   */
  public static CairoType<BigInteger> boundedInt(BigInteger min, BigInteger max) {
    if (min.compareTo(max) > 0
        || max.compareTo(CairoNumbers.PRIME) >= 0
        || max.subtract(min).compareTo(CairoNumbers.PRIME) >= 0
        || min.negate().compareTo(CairoNumbers.PRIME) >= 0) {
      throw new IllegalArgumentException(
          "BoundedInt: " + min + " to " + max + " is no range of felts");
    }
    return new IntegerType<>(
        "core::internal::bounded_int::BoundedInt::<" + min + ", " + max + ">",
        min,
        max,
        List.of(BigInteger.class),
        number -> number);
  }

  /**
   * A struct.
   *
   * @param name its name
   * @param members the types of its members, in order; a map that keeps its order
   * @return the type; its values are maps by the names of the members
   */
  public static CairoType<Map<String, Object>> struct(
      String name, Map<String, CairoType<?>> members) {
    Map<String, CairoType<?>> copy = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    StructType struct = new StructType(name, () -> copy);
    struct.leastFelts(); // counted before threads share the type
    return struct;
  }

  /**
   * An enum.
   *
   * @param name its name
   * @param variants the types of their data, in order; a map that keeps its order
   * @return the type
   */
  public static CairoType<CairoVariant> enumeration(
      String name, Map<String, CairoType<?>> variants) {
    Map<String, CairoType<?>> copy = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
    return new EnumType(name, () -> copy);
  }

  /**
   * A struct that may hold itself, within an array: its members are asked for when they are needed.
   * Ask for its {@link CairoType#leastFelts} once before threads share it.
   *
   * @param name its name
   * @param members gives the types of its members, in order; always the same
   * @return the type
   */
  public static CairoType<Map<String, Object>> structLater(
      String name, Supplier<Map<String, CairoType<?>>> members) {
    return new StructType(name, members);
  }

  /**
   * An enum that may hold itself: its variants are asked for when they are needed.
   *
   * @param name its name
   * @param variants gives the types of their data, in order; always the same
   * @return the type
   */
  public static CairoType<CairoVariant> enumerationLater(
      String name, Supplier<Map<String, CairoType<?>>> variants) {
    return new EnumType(name, variants);
  }

  /**
   * The Cairo type that a Java type stands for: Felt {@code felt252}, Boolean {@code bool}, UInt64
   * {@code u64}, UInt256 {@code u256}, EthAddress, Bytes and String {@code ByteArray}; a record is
   * a struct or a tuple, of its components in order; a Java enum and a sealed interface of records
   * are enums. A component may be a List ({@code Array}), an Optional, a {@link CairoResult}, and
   * any of these with a {@link Cairo} beside it.
   *
   * @param java the Java type
   * @param <T> the Java type
   * @return its Cairo type
   * @throws IllegalArgumentException if it has none, such as a {@code long}, which could be any
   */
  @SuppressWarnings("unchecked") // the form of a class reads values of that class
  public static <T> CairoType<T> of(Class<T> java) {
    return (CairoType<T>) OF_CLASSES.get(java);
  }

  /**
   * The Cairo type that a declared type stands for, such as that of a parameter.
   *
   * @param java the type with its annotations
   * @param where names it in errors
   * @return its Cairo type
   * @throws IllegalArgumentException if it has none
   */
  public static CairoType<?> of(AnnotatedType java, String where) {
    return JavaForms.of(java, where, List.of());
  }

  /**
   * Reads the name of a type: as the ABI of a class writes it, or short, as {@code u8}, {@code
   * Array<felt252>}, {@code Option<ContractAddress>}, {@code (u8, bool)}, {@code [u8; 3]}, {@code
   * shortstring}, {@code text}. Structs and enums stand in the ABI of a class.
   *
   * @param text the name
   * @return the type
   * @throws MalformedInputException if it names no type; the message says where
   */
  public static CairoType<?> parse(String text) {
    return parse(text, name -> Optional.empty());
  }

  /**
   * Reads the name of a type, where there are more than Cairo's own.
   *
   * @param text the name
   * @param more finds a struct or an enum by its name
   * @return the type
   * @throws MalformedInputException if it names no type; the message says where
   */
  public static CairoType<?> parse(String text, Function<String, Optional<CairoType<?>>> more) {
    return new CairoTypeParser(text, more).whole();
  }

  /**
   * Reads the names of types with commas between them.
   *
   * @param text such as {@code u8, Array<u256>}; none if it is blank
   * @param more finds a struct or an enum by its name
   * @return the types
   * @throws MalformedInputException if one names no type; the message says where
   */
  public static List<CairoType<?>> parseAll(
      String text, Function<String, Optional<CairoType<?>>> more) {
    return new CairoTypeParser(text, more).all(new ArrayList<>());
  }
}
