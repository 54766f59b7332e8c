// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.json.InvalidJsonException;
import io.crossline.core.json.JsonValue;

/**
 * How values of one type are written in vector files. A form is strict: another spelling, an
 * unknown field or a missing one make the file invalid.
 *
 * <p>Implementations are immutable and thread-safe.
 *
 * @param <T> the values
 */
public interface Form<T> {
  /**
   * Reads an input.
   *
   * @param json what stands in the file
   * @return the value
   * @throws InvalidJsonException if it does not have this form
   */
  T read(JsonValue json);

  /**
   * Compares an expectation with what came out, leaf by leaf: every leaf that differs is added.
   *
   * @param expected what stands in the file
   * @param actual what came out
   * @param differences where differences are added
   * @throws InvalidJsonException if the expectation does not have this form
   */
  void compare(JsonValue expected, T actual, Differences differences);

  /**
   * Writes a value on one line, for messages.
   *
   * @param value the value
   * @return text
   */
  String write(T value);
}
