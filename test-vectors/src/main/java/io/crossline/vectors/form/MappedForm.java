// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.form;

import io.crossline.core.json.JsonValue;
import io.crossline.messaging.MalformedInputException;
import java.util.function.Function;

/**
 * Values that are written as values of another type.
 *
 * @param <A> what is written
 * @param <B> the values
 */
final class MappedForm<A, B> implements Form<B> {
  private final Form<A> form;
  private final Function<? super A, ? extends B> to;
  private final Function<? super B, ? extends A> from;

  MappedForm(
      Form<A> form, Function<? super A, ? extends B> to, Function<? super B, ? extends A> from) {
    this.form = form;
    this.to = to;
    this.from = from;
  }

  @Override
  public B read(JsonValue json) {
    A value = form.read(json);
    try {
      return to.apply(value);
    } catch (MalformedInputException e) {
      throw json.invalid(e.getMessage());
    }
  }

  @Override
  public void compare(JsonValue expected, B actual, Differences differences) {
    form.compare(expected, from.apply(actual), differences);
  }

  @Override
  public String write(B value) {
    return form.write(from.apply(value));
  }
}
