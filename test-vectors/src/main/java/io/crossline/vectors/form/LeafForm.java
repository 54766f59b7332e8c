// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.json.JsonValue;
import io.crossline.messaging.MalformedInputException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Values that are written as one text.
 *
 * @param <T> the values
 */
final class LeafForm<T> implements Form<T> {
  private final Predicate<String> spelling;
  private final String described;
  private final Function<String, T> parse;
  private final Function<T, String> write;

  /**
   * A form with a spelling that is checked before parsing.
   *
   * @param spelling whether a text is spelt in this form at all, however large what it stands for
   * @param described the spelling in words, following "must be"
   */
  LeafForm(
      Predicate<String> spelling,
      String described,
      Function<String, T> parse,
      Function<T, String> write) {
    this.spelling = spelling;
    this.described = described;
    this.parse = parse;
    this.write = write;
  }

  @Override
  public T read(JsonValue json) {
    String text = spelt(json);
    T value;
    try {
      value = parse.apply(text);
    } catch (MalformedInputException e) {
      throw json.invalid(e.getMessage());
    }
    requireCanonical(json, text, value);
    return value;
  }

  /**
   * An expectation with a digit too many or out of range is one that does not come true; only what
   * is the very same value in another spelling, or no such text at all, is a fault of the file.
   */
  @Override
  public void compare(JsonValue expected, T actual, Differences differences) {
    String text = spelt(expected);
    if (text.equals(write.apply(actual))) {
      return;
    }
    T value;
    try {
      value = parse.apply(text);
    } catch (MalformedInputException e) {
      differences.add(expected, text + " (" + e.getMessage() + ")", write.apply(actual));
      return;
    }
    if (value.equals(actual)) {
      requireCanonical(expected, text, actual);
    }
    differences.add(expected, text, write.apply(actual));
  }

  @Override
  public String write(T value) {
    return write.apply(value);
  }

  private String spelt(JsonValue json) {
    String text = json.asText();
    if (!spelling.test(text)) {
      throw json.invalid("must be " + described + ", found \"" + shortened(text) + "\"");
    }
    return text;
  }

  private void requireCanonical(JsonValue json, String text, T value) {
    if (!text.equals(write.apply(value))) {
      throw json.invalid(
          "must be written "
              + shortened(write.apply(value))
              + ", found \""
              + shortened(text)
              + "\"");
    }
  }

  private static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
