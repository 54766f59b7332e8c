// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.rpc;

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
import io.crossline.starknet.Felt;
import io.crossline.starknet.L2ToL1Message;
import io.crossline.starknet.Payload;
import io.crossline.starknet.Selector;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the values that nodes write. Hexadecimal may have leading zeros and either case, as the
 * clients differ in that; whatever else is wrong is an {@link InvalidJsonException} with the place.
 */
final class NodeReader {
  private static final int MAX_QUOTED = 80;

  private NodeReader() {}

  /** A text that a parser of ours understands. */
  static <T> T text(JsonValue value, Function<String, T> parser) {
    String text = value.asText();
    try {
      return parser.apply(text);
    } catch (MalformedInputException e) {
      throw value.invalid(e.getMessage());
    }
  }

  /** A text of {@code 0x} and hexadecimal digits; decimal digits are refused, not taken for it. */
  private static <T> T hex(JsonValue value, Function<String, T> parser) {
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

  static UInt64 quantity(JsonValue value) {
    return hex(value, UInt64::parse);
  }

  static UInt256 word(JsonValue value) {
    return hex(value, UInt256::parse);
  }

  static Felt felt(JsonValue value) {
    return hex(value, Felt::parse);
  }

  static Selector selector(JsonValue value) {
    return Selector.of(felt(value));
  }

  static Payload felts(JsonValue value) {
    return Payload.of(list(value, NodeReader::felt));
  }

  /** A hash of L1, all its digits written out. */
  static Bytes32 hash(JsonValue value) {
    return text(value, Bytes32::parse);
  }

  /** A hash of L1 in an answer of Starknet, where some clients drop leading zeros. */
  static Bytes32 shortHash(JsonValue value) {
    return word(value).toBytes32();
  }

  static EthAddress address(JsonValue value) {
    return text(value, EthAddress::parse);
  }

  /** An address of L1 in an answer of L2, written as a felt or as an address. */
  static EthAddress shortAddress(JsonValue value) {
    return hex(value, text -> EthAddress.of(UInt256.parse(text)));
  }

  static Bytes bytes(JsonValue value) {
    return text(value, Bytes::parse);
  }

  /** A whole number that is not negative. */
  static UInt64 number(JsonValue value) {
    long number = signed(value);
    if (number < 0) {
      throw value.invalid(number + " is negative");
    }
    return UInt64.of(number);
  }

  static long signed(JsonValue value) {
    if (!(value instanceof JsonNumber number)) {
      throw value.invalid("must be a number, found " + value.kind());
    }
    try {
      return Long.parseLong(number.digits());
    } catch (NumberFormatException e) {
      throw value.invalid(quote(number.digits()) + " is not a whole number of at most 63 bits");
    }
  }

  static <E extends Enum<E>> E oneOf(JsonValue value, E[] allowed) {
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

  /** A text that must be a given one, such as a type. */
  static void requireText(JsonValue value, String allowed) {
    if (!value.asText().equals(allowed)) {
      throw value.invalid("must be " + allowed + ", found " + quote(value.asText()));
    }
  }

  static <T> List<T> list(JsonValue value, Function<JsonValue, T> reader) {
    return value.asArray().items().stream().map(reader).toList();
  }

  /** A field that may be missing, or null as with what is not in a block yet. */
  static <T> Optional<T> optional(JsonObject object, String name, Function<JsonValue, T> reader) {
    return object.optional(name).filter(value -> !(value instanceof JsonNull)).map(reader);
  }

  /** A message to L1 as receipts and the postman have it. */
  static L2ToL1Message messageToL1(JsonValue value) {
    JsonObject message = value.asObject();
    return L2ToL1Message.of(
        felt(message.required("from_address")),
        felt(message.required("to_address")),
        felts(message.required("payload")));
  }
}
