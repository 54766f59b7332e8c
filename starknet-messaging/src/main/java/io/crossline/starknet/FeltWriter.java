// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.starknet;

import io.crossline.messaging.MalformedInputException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Writes Cairo values as felts, one after the other, and knows where in a value it is. */
final class FeltWriter {
  private static final int MAX_DEPTH = 256;

  private final List<Felt> felts = new ArrayList<>();
  private final Deque<String> place = new ArrayDeque<>();

  void felt(Felt felt) {
    felts.add(felt);
  }

  void number(long number) {
    felts.add(Felt.of(number));
  }

  void all(List<Felt> written) {
    felts.addAll(written);
  }

  /** Writes a part of a value: {@code .name} or {@code [index]}. */
  void part(String name, CairoType<?> type, Object value) {
    if (place.size() == MAX_DEPTH) {
      throw refused("values stand within each other deeper than " + MAX_DEPTH);
    }
    place.addLast(name);
    type.write(this, value);
    place.removeLast();
  }

  List<Felt> felts() {
    return felts;
  }

  /** Refuses a value for what it is. */
  MalformedInputException refused(String problem) {
    String where = String.join("", place);
    return new MalformedInputException(
        (where.startsWith(".") ? where.substring(1) : where)
            + (where.isEmpty() ? "" : ": ")
            + problem);
  }

  /** Refuses a value that is none of a type. */
  MalformedInputException refused(Object found, CairoType<?> type, String allowed) {
    return refused(
        shown(found) + " is no " + shortened(type.name()) + " (must be " + allowed + ")");
  }

  private static String shown(Object value) {
    String text = value instanceof String ? '"' + (String) value + '"' : String.valueOf(value);
    String cut = text.length() > 80 ? text.substring(0, 77) + "..." : text;
    return value == null || value instanceof CairoText || value instanceof String
        ? cut
        : cut + " (" + value.getClass().getSimpleName() + ")";
  }

  /** A name without the paths of Cairo's own library. */
  static String shortened(String name) {
    return name.replaceAll("\\bcore::(?:\\w+::)*", "").replace("::<", "<");
  }
}
