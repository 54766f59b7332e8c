// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.messaging.Bytes;
import io.crossline.starknet.Selector;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;

/**
 * {@code starknet.selector}: the selector of an entry point's name, and the bare hash.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class SelectorSuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("starknet.selector", SelectorSuite::run);

  private static final Shape SHAPE =
      Shape.of().in("name").expect("nameUtf8", "starknetKeccak", "selector");

  private SelectorSuite() {}

  private static void run(VectorCase vector) {
    Fields fields = vector.fields(SHAPE);
    String name = fields.in("name", Forms.TEXT);
    fields.expect("nameUtf8", Forms.BYTES, Bytes.utf8(name));
    fields.expect("starknetKeccak", StarknetForms.FELT, Selector.starknetKeccak(name));
    fields.expect("selector", StarknetForms.FELT, Selector.ofName(name).value());
  }
}
