// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * {@code ipc.envelope}: the functions on envelopes, addresses, call and result messages, and
 * epochs.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class EnvelopeSuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("ipc.envelope", EnvelopeSuite::run);

  private static final Shape CASE = Shape.of().in("fn", "input").expect("expect");

  private static final Map<String, Consumer<Fields>> FUNCTIONS = new TreeMap<>();

  static {
    FUNCTIONS.putAll(EnvelopeFunctions.ALL);
    FUNCTIONS.putAll(AddressFunctions.ALL);
    FUNCTIONS.putAll(MessageFunctions.ALL);
  }

  private EnvelopeSuite() {}

  private static void run(VectorCase vector) {
    Consumer<Fields> function = vector.named("fn", FUNCTIONS);
    Fields fields = vector.fields(CASE);
    fields.input("fn");
    function.accept(fields);
  }
}
