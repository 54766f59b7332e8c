// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.vectors.form.Form;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The functions of a suite whose cases have {@code fn}, {@code input} and {@code expect}. */
final class CaseFunctions {
  private static final Shape CASE = Shape.of().in("fn", "input").expect("expect");

  private final Map<String, Consumer<Fields>> byName = new TreeMap<>();

  /** A field of the input or of what is expected. */
  record Value<T>(String name, Form<T> form) {
    T in(Fields input) {
      return input.in(name, form);
    }
  }

  /** A function that compares by itself. */
  void add(String name, Consumer<Fields> function) {
    byName.put(name, function);
  }

  /** A function of any number of inputs, which reverts or gives a single field. */
  <R> void add(String name, Value<R> result, Function<Fields, R> function, Value<?>... inputs) {
    Shape shape = Shape.of().in(Stream.of(inputs).map(Value::name).toArray(String[]::new));
    Shape expected = Shape.of().expect(result.name);
    add(
        name,
        fields -> {
          Fields input = fields.fields("input", shape);
          RevertExpectation.compare(
              fields,
              "expect",
              expected,
              () -> function.apply(input),
              (expect, actual) -> expect.expect(result.name, result.form, actual));
        });
  }

  <A, R> void one(String name, Value<A> a, Value<R> result, Function<A, R> function) {
    add(name, result, input -> function.apply(a.in(input)), a);
  }

  <A, B, R> void two(
      String name, Value<A> a, Value<B> b, Value<R> result, BiFunction<A, B, R> function) {
    add(name, result, input -> function.apply(a.in(input), b.in(input)), a, b);
  }

  void run(VectorCase vector) {
    Consumer<Fields> function = vector.named("fn", byName);
    Fields fields = vector.fields(CASE);
    fields.input("fn");
    function.accept(fields);
  }
}
