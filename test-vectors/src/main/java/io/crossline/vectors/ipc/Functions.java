// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.vectors.form.Form;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import java.util.function.Function;
import java.util.function.Supplier;

/** What cases with {@code input} and {@code expect} have in common. */
final class Functions {
  private Functions() {}

  /** Runs a function whose result, if it does not revert, is a single field. */
  static <T> void single(
      Fields fields,
      Shape input,
      String result,
      Form<T> form,
      Function<Fields, Supplier<T>> function) {
    Supplier<T> prepared = function.apply(fields.fields("input", input));
    RevertExpectation.compare(
        fields,
        "expect",
        Shape.of().expect(result),
        prepared,
        (expect, actual) -> expect.expect(result, form, actual));
  }
}
