// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonNull;
import io.crossline.core.json.JsonNumber;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the values that nodes write. Hexadecimal may have leading zeros and either case, as the
 * clients differ in that; whatever else is wrong is an {@link InvalidJsonException} with the place.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class RpcReader {
  private static final int MAX_QUOTED = 80;

  private RpcReader() {}

  /**
   * A text that a parser of ours understands.
   *
   * @param value the text
   * @param parser reads it
   * @param <T> what it gives
   * @return what it gave
   * @throws InvalidJsonException if the parser refuses it
   */
  public static <T> T text(JsonValue value, Function<String, T> parser) {
    String text = value.asText();
    try {
      return parser.apply(text);
    } catch (MalformedInputException e) {
      throw value.invalid(e.getMessage());
    }
  }

  /**
   * A text of {@code 0x} and hexadecimal digits; decimal digits are refused, not taken for it.
   *
   * @param value the text
   * @param parser reads it
   * @param <T> what it gives
   * @return what it gave
   * @throws InvalidJsonException if it is something else
   */
  public static <T> T hex(JsonValue value, Function<String, T> parser) {
    String text = value.asText();
    if (!text.startsWith("0x")) {
      throw value.invalid("must be 0x and hexadecimal digits, found " + quote(text));
    }
    return text(value, parser);
  }

  private static String quote(String text) {
    return text.length() <= MAX_QUOTED
        ? '"' + text + '"'
        : '"' + text.substring(0, MAX_QUOTED) + "…\" (" + text.length() + " characters)";
  }

  /**
   * A quantity of at most 64 bits.
   *
   * @param value its hexadecimal text
   * @return the number
   */
  public static UInt64 quantity(JsonValue value) {
    return hex(value, UInt64::parse);
  }

  /**
   * A word.
   *
   * @param value its hexadecimal text
   * @return the number
   */
  public static UInt256 word(JsonValue value) {
    return hex(value, UInt256::parse);
  }

  /**
   * A hash, all its digits written out.
   *
   * @param value its text
   * @return the hash
   */
  public static Bytes32 hash(JsonValue value) {
    return text(value, Bytes32::parse);
  }

  /**
   * A hash of which a client may have dropped leading zeros.
   *
   * @param value its text
   * @return the hash
   */
  public static Bytes32 shortHash(JsonValue value) {
    return word(value).toBytes32();
  }

  /**
   * An address.
   *
   * @param value its text of 40 digits
   * @return the address
   */
  public static EthAddress address(JsonValue value) {
    return text(value, EthAddress::parse);
  }

  /**
   * An address that is written as an address or as a number.
   *
   * @param value its text
   * @return the address
   */
  public static EthAddress shortAddress(JsonValue value) {
    return hex(value, text -> EthAddress.of(UInt256.parse(text)));
  }

  /**
   * Bytes.
   *
   * @param value their hexadecimal text
   * @return the bytes
   */
  public static Bytes bytes(JsonValue value) {
    return text(value, Bytes::parse);
  }

  /**
   * A whole JSON number that is not negative.
   *
   * @param value the number
   * @return the number
   */
  public static UInt64 number(JsonValue value) {
    long number = signed(value);
    if (number < 0) {
      throw value.invalid(number + " is negative");
    }
    return UInt64.of(number);
  }

  /**
   * A whole JSON number.
   *
   * @param value the number
   * @return the number
   */
  public static long signed(JsonValue value) {
    if (!(value instanceof JsonNumber number)) {
      throw value.invalid("must be a number, found " + value.kind());
    }
    try {
      return Long.parseLong(number.digits());
    } catch (NumberFormatException e) {
      throw value.invalid(quote(number.digits()) + " is not a whole number of at most 63 bits");
    }
  }

  /**
   * A constant by its name.
   *
   * @param value the name
   * @param allowed the constants that it may be
   * @param <E> their type
   * @return the constant
   */
  public static <E extends Enum<E>> E oneOf(JsonValue value, E[] allowed) {
    String text = value.asText();
    return Arrays.stream(allowed)
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                value.invalid(
                    "unknown value "
                        + quote(text)
                        + ". "
                        + Suggestion.instead(
                            text, Arrays.stream(allowed).map(Enum::name).toList())));
  }

  /**
   * Refuses a text that is not a given one, such as a type.
   *
   * @param value the text
   * @param allowed what it must be
   */
  public static void requireText(JsonValue value, String allowed) {
    if (!value.asText().equals(allowed)) {
      throw value.invalid("must be " + allowed + ", found " + quote(value.asText()));
    }
  }

  /**
   * The items of an array.
   *
   * @param value the array
   * @param reader reads an item
   * @param <T> what it gives
   * @return the items in order
   */
  public static <T> List<T> list(JsonValue value, Function<JsonValue, T> reader) {
    return value.asArray().items().stream().map(reader).toList();
  }

  /**
   * A field that may be missing, or null as with what is not in a block yet.
   *
   * @param object the object
   * @param name the name of the field
   * @param reader reads its value
   * @param <T> what it gives
   * @return what it gave; nothing if the field is missing or null
   */
  public static <T> Optional<T> optional(
      JsonObject object, String name, Function<JsonValue, T> reader) {
    return object.optional(name).filter(value -> !(value instanceof JsonNull)).map(reader);
  }
}
