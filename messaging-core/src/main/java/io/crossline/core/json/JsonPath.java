// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.core.json;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where in a document a value stands: the fields and indexes that lead to it. Text form: {@code
 * cases[3].payload[0]}; the document itself is {@code $}. Immutable.
 */
public final class JsonPath implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The document itself. */
  public static final JsonPath ROOT = new JsonPath(null, null, -1);

  private final @Nullable JsonPath parent;
  private final @Nullable String name;
  private final int index;

  private JsonPath(@Nullable JsonPath parent, @Nullable String name, int index) {
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  /**
   * The path of a field of the object at this path.
   *
   * @param field the field's name
   * @return the longer path
   */
  public JsonPath field(String field) {
    return new JsonPath(this, field, -1);
  }

  /**
   * The path of an item of the array at this path.
   *
   * @param item counted from 0
   * @return the longer path
   */
  public JsonPath item(int item) {
    return new JsonPath(this, null, item);
  }

  /**
   * The place of the nearest item of an array of a given name around this path, so the number of a
   * step.
   *
   * @param array the array's field name
   * @return the index, or empty if the path does not lead through such an array
   */
  public Optional<Integer> indexWithin(String array) {
    for (JsonPath at = this; at.parent != null; at = at.parent) {
      if (at.name == null && array.equals(at.parent.name)) {
        return Optional.of(at.index);
      }
    }
    return Optional.empty();
  }

  /**
   * This path as seen from a value above it.
   *
   * @param above a path that this one begins with
   * @return the rest as text, {@code $} if there is none, and the whole text if this path does not
   *     begin with the other one
   */
  public String from(JsonPath above) {
    Deque<JsonPath> parts = new ArrayDeque<>();
    JsonPath at = this;
    while (at != above && at.parent != null) {
      parts.push(at);
      at = at.parent;
    }
    if (parts.isEmpty()) {
      return "$";
    }
    StringBuilder out = new StringBuilder();
    for (JsonPath part : parts) {
      if (part.name == null) {
        out.append('[').append(part.index).append(']');
      } else if (isPlain(part.name)) {
        out.append(out.length() == 0 ? "" : ".").append(part.name);
      } else {
        out.append("[\"")
            .append(part.name.replace("\\", "\\\\").replace("\"", "\\\""))
            .append("\"]");
      }
    }
    return out.toString();
  }

  private static boolean isPlain(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '$');
  }

  /**
   * Whether this is the document itself.
   *
   * @return true if nothing leads anywhere
   */
  public boolean isRoot() {
    return parent == null;
  }

  @Override
  public String toString() {
    return from(ROOT);
  }
}
