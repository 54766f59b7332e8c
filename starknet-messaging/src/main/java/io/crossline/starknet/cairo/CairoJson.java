// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet.cairo;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonBoolean;
import io.crossline.core.json.JsonNumber;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonReader;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes;
import io.crossline.starknet.CairoResult;
import io.crossline.starknet.CairoText;
import io.crossline.starknet.CairoType;
import io.crossline.starknet.CairoVariant;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values of Cairo as JSON and as words of a command line. Numbers are decimal texts, felts and
 * addresses hexadecimal; arrays and tuples are arrays, structs objects; {@code "None"} and {@code
 * {"Some": value}} are an Option, and so are the variants of other enums written. A ByteArray is
 * its text, or {@code bytes:0x…} where that is none or could be taken for something else.
 *
 * <p>Thread-safe: functions without a state.
 */
public final class CairoJson {
  private static final int WORD_BYTES = 31;

  private CairoJson() {}

  /**
   * Reads a word of a command line.
   *
   * @param word a number, a text, or JSON where it begins with a bracket
   * @return a value for {@link CairoType#encode}
   * @throws InvalidJsonException if it begins as JSON and is none
   */
  public static Object read(String word) {
    boolean json = word.startsWith("[") || word.startsWith("{");
    return json ? read(JsonReader.read("value", word)) : new CairoText(word);
  }

  /**
   * Takes JSON.
   *
   * @param json the value
   * @return a value for {@link CairoType#encode}
   * @throws InvalidJsonException for null, which no type has
   */
  public static Object read(JsonValue json) {
    if (json instanceof JsonArray array) {
      return array.items().stream().map(CairoJson::read).toList();
    } else if (json instanceof JsonObject object) {
      Map<String, Object> members = new LinkedHashMap<>();
      object.fields().forEach((name, member) -> members.put(name, read(member)));
      return members;
    } else if (json instanceof JsonNumber number) {
      return new CairoText(number.digits());
    } else if (json instanceof JsonBoolean bool) {
      return bool.value();
    }
    return new CairoText(json.asText());
  }

  /**
   * A value as JSON, which {@link #read(JsonValue)} takes back.
   *
   * @param value what {@link CairoType#decode} gave
   * @return maps, lists, texts and booleans, for {@link io.crossline.core.json.JsonWriter}
   */
  public static Object write(Object value) {
    if (value instanceof List<?> items) {
      return items.stream().map(CairoJson::write).toList();
    } else if (value instanceof Map<?, ?> members) {
      Map<String, Object> written = new LinkedHashMap<>();
      members.forEach((name, member) -> written.put(String.valueOf(name), write(member)));
      return written;
    } else if (value instanceof Optional<?> optional) {
      return optional.<Object>map(some -> Map.of("Some", write(some))).orElse("None");
    } else if (value instanceof CairoResult.Ok<?, ?> ok) {
      return Map.of("Ok", write(ok.value()));
    } else if (value instanceof CairoResult.Err<?, ?> err) {
      return Map.of("Err", write(err.error()));
    } else if (value instanceof CairoVariant variant) {
      return variant
          .data()
          .<Object>map(data -> Map.of(variant.name(), write(data)))
          .orElse(variant.name());
    } else if (value instanceof Bytes bytes) {
      return text(bytes).orElse("bytes:" + bytes);
    } else if (value instanceof String text) {
      return isPlain(text) ? text : "text:" + text;
    }
    return value instanceof Boolean ? value : String.valueOf(value);
  }

  /** The text that a ByteArray is, if it is one that people can read and nothing else. */
  private static Optional<String> text(Bytes bytes) {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      // As many bytes as a bytes31 has are shown as bytes, since that is no text.
      return isPlain(text)
              && bytes.size() != WORD_BYTES
              && text.chars().noneMatch(Character::isISOControl)
          ? Optional.of(text)
          : Optional.empty();
    } catch (CharacterCodingException noText) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(String text) {
    return !text.startsWith("0x")
        && !text.startsWith("text:")
        && !text.startsWith("bytes:")
        && !text.startsWith("[")
        && !text.startsWith("{");
  }
}
