// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.rpc;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonBoolean;
import io.crossline.core.json.JsonNull;
import io.crossline.core.json.JsonNumber;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.messaging.UInt64;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the values that nodes and tools write. Hexadecimal may have leading zeros and either case,
 * and a number may be a JSON number or a text, as the clients differ in that; whatever else is
 * wrong is an {@link InvalidJsonException} with the place.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class RpcReader {
  private static final int MAX_QUOTED = 80;

  private static final int WORD_BITS = 256;

  /** More decimal digits than any word has. */
  private static final int MAX_DECIMAL = 100;

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

  private static String quote(String text) {
    return text.length() <= MAX_QUOTED
        ? '"' + text + '"'
        : '"' + text.substring(0, MAX_QUOTED) + "…\" (" + text.length() + " characters)";
  }

  /**
   * A quantity of at most 64 bits.
   *
   * @param value as {@link #word} takes it
   * @return the number
   * @throws InvalidJsonException if it is no such number
   */
  public static UInt64 quantity(JsonValue value) {
    UInt256 word = word(value);
    if (word.bitLength() > Long.SIZE) {
      throw value.invalid("uint64: " + word.toHexString() + " is above 2^64 - 1");
    }
    return UInt64.ofBits(word.limb(3));
  }

  /**
   * A word.
   *
   * @param value a whole JSON number; a text of {@code 0x} and hexadecimal digits, where {@code 0x}
   *     alone is 0, as some servers write it; or a text of decimal digits, as tools of JavaScript
   *     write large numbers
   * @return the number
   * @throws InvalidJsonException if it is something else
   */
  public static UInt256 word(JsonValue value) {
    if (value instanceof JsonNumber number) {
      return whole(number);
    }
    String text = value.asText();
    if (text.equals("0x")) {
      return UInt256.ZERO;
    }
    if (text.startsWith("0x")) {
      return text(value, UInt256::parse);
    }
    if (text.isEmpty() || text.length() > MAX_DECIMAL || !isDecimal(text)) {
      throw value.invalid("must be 0x and hexadecimal digits, or decimal, found " + quote(text));
    }
    return word(value, new BigInteger(text));
  }

  private static boolean isDecimal(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** A number without a fraction, which may still be written with one, or with an exponent. */
  private static UInt256 whole(JsonNumber number) {
    try {
      BigDecimal digits = new BigDecimal(number.digits());
      if (Math.abs((long) digits.scale()) <= MAX_DECIMAL) {
        return word(number, digits.toBigIntegerExact());
      }
    } catch (ArithmeticException | NumberFormatException notWhole) {
      // It is named below.
    }
    throw number.invalid(quote(number.digits()) + " is not a whole number of at most 256 bits");
  }

  private static UInt256 word(JsonValue at, BigInteger number) {
    if (number.signum() < 0) {
      throw at.invalid(number + " is negative");
    }
    if (number.bitLength() > WORD_BITS) {
      throw at.invalid(number + " is not a whole number of at most 256 bits");
    }
    return UInt256.of(number);
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
    UInt256 word = word(value);
    if (!EthAddress.fits(word)) {
      throw value.invalid("address: " + word.toHexString() + " is not below 2^160");
    }
    return EthAddress.of(word);
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
   * Whether something is so.
   *
   * @param value true or false, as such, as a text or as 1 and 0
   * @return what it says
   * @throws InvalidJsonException if it says something else
   */
  public static boolean truth(JsonValue value) {
    if (value instanceof JsonBoolean bool) {
      return bool.value();
    }
    if (value instanceof JsonText text && isTruth(text.value())) {
      return Boolean.parseBoolean(text.value());
    }
    if (value instanceof JsonText || value instanceof JsonNumber) {
      Optional<UInt256> number = number(value).filter(word -> word.bitLength() <= 1);
      if (number.isPresent()) {
        return !number.get().isZero();
      }
    }
    throw value.invalid("must be true or false, found " + value.kind());
  }

  private static boolean isTruth(String text) {
    return text.equals("true") || text.equals("false");
  }

  private static Optional<UInt256> number(JsonValue value) {
    try {
      return Optional.of(word(value));
    } catch (InvalidJsonException notANumber) {
      return Optional.empty();
    }
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
    return isNothing(object, name) ? Optional.empty() : object.optional(name).map(reader);
  }

  /** Whether a field is missing or null, which is the same. */
  static boolean isNothing(JsonObject object, String name) {
    return object.optional(name).filter(value -> !(value instanceof JsonNull)).isEmpty();
  }

  /**
   * A field whose absence changes no answer.
   *
   * @param object the object
   * @param reader reads its value
   * @param names the names that it may have, the usual one first
   * @param <T> what it gives
   * @return what it gave; nothing if there is no such field, or it is null or not readable
   */
  public static <T> Optional<T> told(
      JsonObject object, Function<JsonValue, T> reader, String... names) {
    for (String name : names) {
      try {
        Optional<T> value = optional(object, name, reader);
        if (value.isPresent()) {
          return value;
        }
      } catch (InvalidJsonException notReadable) {
        // Another name may tell.
      }
    }
    return Optional.empty();
  }

  /**
   * A hash whose absence changes no answer; a hash of nothing but zeros stands for none.
   *
   * @param object the object
   * @param names the names that it may have, the usual one first
   * @return the hash, if it is told
   */
  public static Optional<Bytes32> toldHash(JsonObject object, String... names) {
    return told(object, RpcReader::hash, names).filter(hash -> !hash.isZero());
  }
}
