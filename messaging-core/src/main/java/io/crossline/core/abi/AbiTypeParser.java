// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.abi;

import io.crossline.messaging.MalformedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads types and signatures from left to right. Grammar: type = ( word | "(" type name? { "," type
 * name? } ")" ) { "[" digits? "]" } ; signature = name? "(" … ")".
 */
final class AbiTypeParser {
  private static final int MAX_QUOTED = 80;
  private static final int MAX_LENGTH_DIGITS = 7;

  private final String text;
  private int at;
  private int depth;

  private AbiTypeParser(String text) {
    this.text = text;
  }

  /** A name, which may be empty, and parameters. */
  record Parsed(String name, AbiType.Tuple parameters) {}

  static AbiType type(String text) {
    AbiTypeParser parser = new AbiTypeParser(text);
    AbiType type = parser.type();
    parser.name();
    parser.requireEnd();
    return type;
  }

  static Parsed signature(String text) {
    AbiTypeParser parser = new AbiTypeParser(text);
    parser.skipSpace();
    String name = parser.word();
    if (!name.isEmpty() && isDigit(name.charAt(0))) {
      throw parser.malformed("a name begins with a letter", parser.at - name.length());
    }
    if (!parser.accept('(')) {
      throw parser.malformed("expected '('", parser.at);
    }
    AbiType.Tuple parameters = parser.tuple(true);
    parser.requireEnd();
    return new Parsed(name, parameters);
  }

  private Optional<String> name() {
    skipSpace();
    int start = at;
    String name = word();
    if (!name.isEmpty() && isDigit(name.charAt(0))) {
      throw malformed("a name begins with a letter", start);
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  private AbiType type() {
    skipSpace();
    int start = at;
    AbiType type = accept('(') ? tuple(false) : elementary(word(), start);
    while (accept('[')) {
      type = dimension(type);
    }
    return type;
  }

  /** After the opening parenthesis, up to and with the closing one. */
  private AbiType.Tuple tuple(boolean mayBeEmpty) {
    if (++depth > AbiType.MAX_DEPTH) {
      throw malformed("nested deeper than " + AbiType.MAX_DEPTH, at);
    }
    List<AbiType> components = new ArrayList<>();
    List<Optional<String>> names = new ArrayList<>();
    skipSpace();
    if (mayBeEmpty && accept(')')) {
      return new AbiType.Tuple(components, names);
    }
    do {
      components.add(type());
      names.add(name());
      skipSpace();
    } while (accept(','));
    if (!accept(')')) {
      throw malformed("expected ',' or ')'", at);
    }
    depth--;
    return new AbiType.Tuple(components, names);
  }

  private AbiType dimension(AbiType element) {
    int start = at;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    String digits = text.substring(start, at);
    if (!accept(']')) {
      throw malformed("expected ']'", at);
    }
    if (digits.isEmpty()) {
      return new AbiType.Array(element);
    }
    if (digits.charAt(0) == '0' || digits.length() > MAX_LENGTH_DIGITS) {
      throw malformed("the length of an array is 1 to 9999999, without leading zeros", start);
    }
    return new AbiType.FixedArray(element, Integer.parseInt(digits));
  }

  private AbiType elementary(String word, int start) {
    switch (word) {
      case "bool":
        return new AbiType.Bool();
      case "address":
        return new AbiType.Address();
      case "bytes":
        return new AbiType.ByteString();
      case "string":
        return new AbiType.Text();
      case "uint":
        return new AbiType.UInt(256);
      case "int":
        return new AbiType.Int(256);
      default:
        AbiType sized = sized(word);
        if (sized == null) {
          throw malformed(
              "expected a type: uint8 to uint256, int8 to int256, bool, address, bytes1 to bytes32,"
                  + " bytes, string or (…)",
              start);
        }
        return sized;
    }
  }

  private static @Nullable AbiType sized(String word) {
    if (word.startsWith("uint")) {
      int bits = size(word, 4, 256);
      return bits > 0 && bits % 8 == 0 ? new AbiType.UInt(bits) : null;
    }
    if (word.startsWith("int")) {
      int bits = size(word, 3, 256);
      return bits > 0 && bits % 8 == 0 ? new AbiType.Int(bits) : null;
    }
    if (word.startsWith("bytes")) {
      int size = size(word, 5, 32);
      return size > 0 ? new AbiType.FixedBytes(size) : null;
    }
    return null;
  }

  /** The number that a word ends with, or 0 if it is not within 1 and the maximum. */
  private static int size(String word, int from, int max) {
    int size = 0;
    for (int i = from; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!isDigit(c) || size == 0 && c == '0' || size > max) {
        return 0;
      }
      size = 10 * size + c - '0';
    }
    return size <= max ? size : 0;
  }

  private String word() {
    int start = at;
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at);
  }

  private void skipSpace() {
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
  }

  private boolean accept(char expected) {
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private void requireEnd() {
    skipSpace();
    if (at < text.length()) {
      throw malformed("expected the end", at);
    }
  }

  private MalformedInputException malformed(String what, int place) {
    String quoted = text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + '…';
    return new MalformedInputException(
        "abi type: \"" + quoted + "\" at " + place + ": " + what, place);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return isDigit(c) || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
