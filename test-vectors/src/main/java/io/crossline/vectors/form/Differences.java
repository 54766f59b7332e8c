// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The differences found so far in one case. Not thread-safe. */
public final class Differences {
  private final List<Difference> found = new ArrayList<>();

  /** Begins with none. */
  public Differences() {}

  /**
   * Adds one.
   *
   * @param where the expectation
   * @param expected what the file says
   * @param actual what came out
   */
  public void add(JsonValue where, String expected, String actual) {
    found.add(new Difference(where.place(), expected, actual));
  }

  /**
   * Adds an expectation as it is written.
   *
   * @param expected the expectation
   * @param actual what came out
   */
  public void add(JsonValue expected, String actual) {
    add(expected, Written.of(expected), actual);
  }

  /**
   * All that were added.
   *
   * @return in the order of adding
   */
  public List<Difference> found() {
    return Collections.unmodifiableList(found);
  }

  /**
   * Whether there is none.
   *
   * @return true if nothing was added
   */
  public boolean isEmpty() {
    return found.isEmpty();
  }
}
