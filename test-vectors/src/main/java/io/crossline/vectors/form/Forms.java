// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The forms that all suites share. Integers are minimal lower-case hexadecimal, bytes full-length
 * lower-case hexadecimal.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class Forms {
  private static final Pattern INTEGER = Pattern.compile("0x[0-9a-f]{1,64}");
  private static final Pattern WHOLE_BYTES = Pattern.compile("0x(?:[0-9a-f]{2})*+");

  /** Numbers of 256 bits: {@code "0x1f"}. */
  public static final Form<UInt256> UINT256 = integer(UInt256::parse, UInt256::toHexString);

  /** Numbers of 64 bits. */
  public static final Form<UInt64> UINT64 = integer(UInt64::parse, UInt64::toHexString);

  /** Byte strings of any length: {@code "0x"} is none. */
  public static final Form<Bytes> BYTES =
      new LeafForm<>(
          text -> WHOLE_BYTES.matcher(text).matches(),
          "0x and two lower-case hexadecimal digits a byte",
          Bytes::parse,
          Bytes::toString);

  /** Words and hashes: 32 bytes. */
  public static final Form<Bytes32> BYTES32 = fixed(32, Bytes32::parse, Bytes32::toString);

  /** Addresses of EVM chains: 20 bytes. */
  public static final Form<EthAddress> ADDRESS = fixed(20, EthAddress::parse, EthAddress::toString);

  /** Function and error selectors: 4 bytes. */
  public static final Form<Bytes> SELECTOR = fixed(4, Bytes::parse, Bytes::toString);

  /** Text as it is. */
  public static final Form<String> TEXT =
      new LeafForm<>(text -> true, "a text", Function.identity(), Function.identity());

  /** JSON's true and false. */
  public static final Form<Boolean> BOOL = new DirectForm<>(JsonValue::asBoolean, String::valueOf);

  private Forms() {}

  /**
   * Numbers that are written as JSON numbers.
   *
   * @param min the least that is allowed
   * @param max the most that is allowed
   * @return the form
   */
  public static Form<Integer> number(int min, int max) {
    return new NumberForm(min, max);
  }

  /**
   * Integers in minimal hexadecimal.
   *
   * @param parse gives the value of such text, or throws {@link
   *     io.crossline.messaging.MalformedInputException}
   * @param write gives the text of a value
   * @param <T> the values
   * @return the form
   */
  public static <T> Form<T> integer(Function<String, T> parse, Function<T, String> write) {
    return new LeafForm<>(
        text -> INTEGER.matcher(text).matches(),
        "0x and 1 to 64 lower-case hexadecimal digits",
        parse,
        write);
  }

  /**
   * Bytes of one length.
   *
   * @param size how many
   * @param parse gives the value of such text
   * @param write gives the text of a value
   * @param <T> the values
   * @return the form
   */
  public static <T> Form<T> fixed(int size, Function<String, T> parse, Function<T, String> write) {
    Pattern digits = Pattern.compile("0x[0-9a-f]{" + 2 * size + "}");
    return new LeafForm<>(
        text -> digits.matcher(text).matches(),
        "0x and " + 2 * size + " lower-case hexadecimal digits",
        parse,
        write);
  }

  /**
   * Members of an enumeration, by name.
   *
   * @param members all of them
   * @param name the name that vectors use
   * @param <T> the enumeration
   * @return the form
   */
  public static <T> Form<T> member(T[] members, Function<T, String> name) {
    return new MemberForm<>(Arrays.asList(members), name);
  }

  /**
   * Arrays.
   *
   * @param item how an item is written
   * @param <T> the items
   * @return the form
   */
  public static <T> Form<List<T>> list(Form<T> item) {
    return new ListForm<>(item);
  }

  /**
   * Values that may be null.
   *
   * @param form how a value is written
   * @param <T> the values
   * @return the form
   */
  public static <T> Form<Optional<T>> nullable(Form<T> form) {
    return new NullableForm<>(form);
  }

  /**
   * Values that are written as values of another type.
   *
   * @param form how those are written
   * @param to turns what is written into a value, or throws {@link
   *     io.crossline.messaging.MalformedInputException}
   * @param from turns a value into what is written
   * @param <A> what is written
   * @param <B> the values
   * @return the form
   */
  public static <A, B> Form<B> mapped(
      Form<A> form, Function<? super A, ? extends B> to, Function<? super B, ? extends A> from) {
    return new MappedForm<>(form, to, from);
  }
}
