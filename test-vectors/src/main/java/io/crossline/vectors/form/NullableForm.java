// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.json.JsonNull;
import io.crossline.core.json.JsonValue;
import java.util.Optional;

/**
 * Values that may be null.
 *
 * @param <T> the values
 */
final class NullableForm<T> implements Form<Optional<T>> {
  private final Form<T> form;

  NullableForm(Form<T> form) {
    this.form = form;
  }

  @Override
  public Optional<T> read(JsonValue json) {
    return json instanceof JsonNull ? Optional.empty() : Optional.of(form.read(json));
  }

  @Override
  public void compare(JsonValue expected, Optional<T> actual, Differences differences) {
    if (!(expected instanceof JsonNull) && actual.isPresent()) {
      form.compare(expected, actual.get(), differences);
    } else if (read(expected).isPresent() != actual.isPresent()) {
      differences.add(expected, write(actual));
    }
  }

  @Override
  public String write(Optional<T> value) {
    return value.map(form::write).orElse("null");
  }
}
