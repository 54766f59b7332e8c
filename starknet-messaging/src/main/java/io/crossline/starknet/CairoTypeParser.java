// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.core.json.Suggestion;
import io.crossline.messaging.MalformedInputException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the names of types, as the ABI of a class writes them and short. */
final class CairoTypeParser {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_LENGTH = 100_000;

  private static final Map<String, CairoType<?>> PLAIN = plain();

  private static final List<String> GENERIC =
      List.of("Array", "Span", "Option", "Result", "NonZero", "BoundedInt", "Box");

  private final String text;
  private final Function<String, Optional<CairoType<?>>> more;
  private int at;
  private int depth;

  CairoTypeParser(String text, Function<String, Optional<CairoType<?>>> more) {
    this.text = text;
    this.more = more;
    if (text.length() > MAX_LENGTH) {
      throw new MalformedInputException(
          "type: found " + text.length() + " characters, at most " + MAX_LENGTH + " are read");
    }
  }

  private static Map<String, CairoType<?>> plain() {
    Map<String, CairoType<?>> plain = new HashMap<>();
    for (CairoType<?> type :
        List.of(
            CairoTypes.FELT,
            CairoTypes.BOOL,
            CairoTypes.U8,
            CairoTypes.U16,
            CairoTypes.U32,
            CairoTypes.U64,
            CairoTypes.U128,
            CairoTypes.U256,
            CairoTypes.U512,
            CairoTypes.I8,
            CairoTypes.I16,
            CairoTypes.I32,
            CairoTypes.I64,
            CairoTypes.I128,
            CairoTypes.BYTES31,
            CairoTypes.BYTE_ARRAY,
            CairoTypes.SHORT_STRING,
            CairoTypes.CONTRACT_ADDRESS,
            CairoTypes.CLASS_HASH,
            CairoTypes.STORAGE_ADDRESS,
            CairoTypes.ETH_ADDRESS)) {
      plain.put(last(type.name()), type);
    }
    plain.put("felt", CairoTypes.FELT);
    plain.put("u96", CairoTypes.U96);
    plain.put("text", CairoTypes.TEXT);
    plain.put("StorageBaseAddress", CairoTypes.STORAGE_ADDRESS);
    return Map.copyOf(plain);
  }

  CairoType<?> whole() {
    CairoType<?> type = type();
    skip();
    if (at < text.length()) {
      throw refused("expected an end");
    }
    return type;
  }

  /** Types with commas between them. */
  List<CairoType<?>> all(List<CairoType<?>> types) {
    skip();
    while (at < text.length()) {
      types.add(type());
      skip();
      if (at < text.length()) {
        expect(',');
        skip();
      }
    }
    return types;
  }

  private CairoType<?> type() {
    if (++depth > MAX_DEPTH) {
      throw refused("types stand within each other deeper than " + MAX_DEPTH);
    }
    skip();
    CairoType<?> type;
    if (take('@')) {
      type = type();
    } else if (take('(')) {
      type = CairoTypes.tuple(parts(')').toArray(new CairoType<?>[0]));
    } else if (take('[')) {
      CairoType<?> element = type();
      expect(';');
      type = CairoTypes.fixedArray(element, size());
      expect(']');
    } else {
      type = named();
    }
    depth--;
    return type;
  }

  private List<CairoType<?>> parts(char end) {
    List<CairoType<?>> parts = new ArrayList<>();
    while (!take(end)) {
      parts.add(type());
      if (!take(',')) {
        expect(end);
        return parts;
      }
    }
    return parts;
  }

  private CairoType<?> named() {
    int start = at;
    String path = path();
    if (path.isEmpty()) {
      throw refused("expected a type");
    }
    boolean own = !path.contains("::") || path.startsWith("core::");
    String name = last(path);
    if (!take('<')) {
      return own && PLAIN.containsKey(name) ? PLAIN.get(name) : other(path);
    }
    if (own && name.equals("BoundedInt")) {
      return bounded();
    }
    if (!own || !GENERIC.contains(name)) {
      skipParts();
      return other(text.substring(start, at));
    }
    List<CairoType<?>> parts = parts('>');
    int wanted = name.equals("Result") ? 2 : 1;
    if (parts.size() != wanted) {
      throw refused(name + " has " + wanted + " types, found " + parts.size());
    }
    return generic(name, parts.get(0), parts.get(parts.size() - 1));
  }

  private static <T, E> CairoType<?> generic(String name, CairoType<T> first, CairoType<E> last) {
    return switch (name) {
      case "Array" -> CairoTypes.array(first);
      case "Span" -> CairoTypes.span(first);
      case "Option" -> CairoTypes.option(first);
      case "Result" -> CairoTypes.result(first, last);
      case "NonZero" -> CairoTypes.nonZero(first);
      default -> first; // a box is written as what is in it
    };
  }

  private CairoType<?> bounded() {
    BigInteger min = number();
    expect(',');
    BigInteger max = number();
    expect('>');
    if (min.signum() == 0 && max.equals(BigInteger.ONE.shiftLeft(96).subtract(BigInteger.ONE))) {
      return CairoTypes.U96;
    }
    try {
      return CairoTypes.boundedInt(min, max);
    } catch (IllegalArgumentException noRange) {
      throw refused(noRange.getMessage() + "");
    }
  }

  private CairoType<?> other(String name) {
    return more.apply(name)
        .orElseThrow(
            () ->
                refused(
                    "there is no type \""
                        + name
                        + "\". "
                        + Suggestion.instead(last(name), PLAIN.keySet())));
  }

  /** Passes over the types of a type that is not Cairo's own. */
  private void skipParts() {
    int open = 1;
    while (open > 0) {
      if (at == text.length()) {
        throw refused("expected '>'");
      }
      char c = text.charAt(at++);
      open += c == '<' ? 1 : c == '>' ? -1 : 0;
    }
  }

  private String path() {
    int start = at;
    while (at < text.length() && isName(text.charAt(at))) {
      at++;
    }
    String path = text.substring(start, at);
    return path.endsWith("::") ? path.substring(0, path.length() - 2) : path;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == ':';
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf(':') + 1);
  }

  private BigInteger number() {
    skip();
    int start = at;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '-')) {
      at++;
    }
    try {
      return new BigInteger(text.substring(start, at));
    } catch (NumberFormatException none) {
      throw refused("expected a number");
    }
  }

  private int size() {
    BigInteger size = number();
    if (size.signum() < 0 || size.bitLength() > 31) {
      throw refused("the size " + size + " is not from 0 to 2^31 - 1");
    }
    return size.intValue();
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean take(char wanted) {
    skip();
    boolean found = at < text.length() && text.charAt(at) == wanted;
    at += found ? 1 : 0;
    return found;
  }

  private void expect(char wanted) {
    if (!take(wanted)) {
      throw refused("expected '" + wanted + "'");
    }
  }

  private MalformedInputException refused(String problem) {
    return new MalformedInputException("type \"" + text + "\", at " + at + ": " + problem, at);
  }
}
