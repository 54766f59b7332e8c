// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiTypeCases;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.hash.ChecksumAddress;
import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonNumber;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonText;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.JsonWriter;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads arguments of a function as people write them: numbers in decimal or hexadecimal, addresses,
 * bytes, texts, true and false; arrays and structs as arrays of JSON.
 */
final class AbiText implements AbiTypeCases<AbiValue> {
  private final JsonValue json;

  private AbiText(JsonValue json) {
    this.json = json;
  }

  /** Reads one argument. */
  static AbiValue parse(AbiType type, String word) {
    boolean nested = word.startsWith("[");
    return type.fold(
        new AbiText(JsonReader.read("argument", nested ? word : JsonWriter.write(word))));
  }

  private String text() {
    if (json instanceof JsonNumber number) {
      return number.digits();
    }
    return json instanceof JsonText text ? text.value() : JsonWriter.write(json);
  }

  private UInt256 number(int bits) {
    UInt256 number = UInt256.parse(text());
    if (number.bitLength() > bits) {
      throw json.invalid(text() + " has more than " + bits + " bits");
    }
    return number;
  }

  @Override
  public AbiValue uint(AbiType.UInt type) {
    return AbiValue.number(number(type.bits()));
  }

  @Override
  public AbiValue integer(AbiType.Int type) {
    String text = text();
    boolean negative = text.startsWith("-");
    UInt256 size = UInt256.parse(negative ? text.substring(1) : text);
    UInt256 most = UInt256.parse("0x1" + "0".repeat((type.bits() - 1) / 4));
    UInt256 half = UInt256.of(most.toBigInteger().shiftLeft((type.bits() - 1) % 4));
    if (size.compareTo(half) > 0 || !negative && size.equals(half)) {
      throw json.invalid(text + " does not fit into " + type);
    }
    return AbiValue.number(negative ? UInt256.ZERO.minusWrapping(size) : size);
  }

  @Override
  public AbiValue bool(AbiType.Bool type) {
    String text = text();
    if (!text.equals("true") && !text.equals("false")) {
      throw json.invalid("must be true or false, found " + text);
    }
    return AbiValue.bool(Boolean.parseBoolean(text));
  }

  @Override
  public AbiValue address(AbiType.Address type) {
    return AbiValue.address(ChecksumAddress.parse(text()));
  }

  @Override
  public AbiValue fixedBytes(AbiType.FixedBytes type) {
    Bytes bytes = Bytes.parse(text());
    if (bytes.size() != type.size()) {
      throw json.invalid("must be " + type.size() + " bytes, found " + bytes.size());
    }
    return AbiValue.fixed(bytes);
  }

  @Override
  public AbiValue byteString(AbiType.ByteString type) {
    return AbiValue.bytes(Bytes.parse(text()));
  }

  @Override
  public AbiValue text(AbiType.Text type) {
    return AbiValue.text(text());
  }

  @Override
  public AbiValue array(AbiType.Array type) {
    return AbiValue.array(items(type.element(), -1));
  }

  @Override
  public AbiValue fixedArray(AbiType.FixedArray type) {
    return AbiValue.array(items(type.element(), type.length()));
  }

  private List<AbiValue> items(AbiType element, int length) {
    if (!(json instanceof JsonArray array)) {
      throw json.invalid("must be an array such as [1,2], found " + text());
    }
    if (length >= 0 && array.items().size() != length) {
      throw json.invalid("must have " + length + " items, found " + array.items().size());
    }
    return array.items().stream().map(item -> element.fold(new AbiText(item))).toList();
  }

  @Override
  public AbiValue tuple(AbiType.Tuple type) {
    if (!(json instanceof JsonArray array) || array.items().size() != type.components().size()) {
      throw json.invalid(
          "must be an array of " + type.components().size() + " values, found " + text());
    }
    List<AbiValue> values = new ArrayList<>();
    for (int i = 0; i < array.items().size(); i++) {
      values.add(type.components().get(i).fold(new AbiText(array.items().get(i))));
    }
    return AbiValue.tuple(values);
  }

  /** Reads the arguments of a function. */
  static AbiValue[] parseAll(AbiType.Tuple types, List<String> words) {
    List<AbiType> components = types.components();
    if (components.size() != words.size()) {
      throw new MalformedInputException(
          "there are " + components.size() + " arguments, found " + words.size());
    }
    AbiValue[] values = new AbiValue[words.size()];
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = parse(components.get(i), words.get(i));
      } catch (MalformedInputException malformed) {
        throw new MalformedInputException("argument " + (i + 1) + ": " + malformed.getMessage());
      }
    }
    return values;
  }
}
