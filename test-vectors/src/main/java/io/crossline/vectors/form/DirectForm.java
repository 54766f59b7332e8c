// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.json.JsonValue;
import java.util.function.Function;

/**
 * Values that JSON itself has.
 *
 * @param <T> the values
 */
final class DirectForm<T> implements Form<T> {
  private final Function<JsonValue, T> read;
  private final Function<T, String> write;

  DirectForm(Function<JsonValue, T> read, Function<T, String> write) {
    this.read = read;
    this.write = write;
  }

  @Override
  public T read(JsonValue json) {
    return read.apply(json);
  }

  @Override
  public void compare(JsonValue expected, T actual, Differences differences) {
    if (!read.apply(expected).equals(actual)) {
      differences.add(expected, write.apply(actual));
    }
  }

  @Override
  public String write(T value) {
    return write.apply(value);
  }
}
