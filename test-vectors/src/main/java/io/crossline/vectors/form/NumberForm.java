// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.json.JsonNumber;
import io.crossline.core.json.JsonValue;

/** Small numbers that are written as JSON numbers. */
final class NumberForm implements Form<Integer> {
  private final int min;
  private final int max;

  NumberForm(int min, int max) {
    this.min = min;
    this.max = max;
  }

  @Override
  public Integer read(JsonValue json) {
    return json.asInt(min, max);
  }

  /** A number out of range is an expectation that does not come true. */
  @Override
  public void compare(JsonValue expected, Integer actual, Differences differences) {
    if (!(expected instanceof JsonNumber number)) {
      throw expected.invalid("must be a number, found " + expected.kind());
    }
    if (!number.digits().equals(write(actual))) {
      differences.add(expected, write(actual));
    }
  }

  @Override
  public String write(Integer value) {
    return Integer.toString(value);
  }
}
