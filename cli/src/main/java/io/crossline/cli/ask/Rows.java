// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.cli.ask;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints fields for people: a name and a value on each line, what lies within behind a dot. */
public final class Rows {
  private Rows() {}

  /** Prints fields; what is null is left out. */
  public static void print(Map<String, @Nullable Object> fields, PrintWriter out) {
    print("", fields, out);
  }

  /** Prints fields behind an indent. */
  public static void print(String indent, Map<String, @Nullable Object> fields, PrintWriter out) {
    Map<String, Object> flat = new LinkedHashMap<>();
    flatten("", fields, flat);
    int width = flat.keySet().stream().mapToInt(String::length).max().orElse(0);
    flat.forEach((name, value) -> out.printf("%s%-" + width + "s  %s%n", indent, name, value));
  }

  private static void flatten(String name, @Nullable Object value, Map<String, Object> into) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, one) -> flatten(name.isEmpty() ? "" + key : name + "." + key, one, into));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        flatten(name + "[" + i + "]", list.get(i), into);
      }
      if (list.isEmpty()) {
        into.put(name, "empty");
      }
    } else if (value != null) {
      into.put(name, value);
    }
  }
}
