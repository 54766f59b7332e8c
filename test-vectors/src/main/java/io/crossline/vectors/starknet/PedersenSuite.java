// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.starknet.hash.PedersenHash;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.Map;

/**
 * {@code starknet.pedersen}: the Pedersen hash of two felts, and of a list.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class PedersenSuite {
  private static final Shape PAIR = Shape.of().in("kind", "a", "b").expect("hash");
  private static final Shape ELEMENTS = Shape.of().in("kind", "data").expect("hash");

  /** The suite. */
  public static final Suite SUITE =
      Suite.of(
          "starknet.pedersen",
          "kind",
          Map.of(
              "pedersen", PedersenSuite::pair, "computeHashOnElements", PedersenSuite::elements));

  private PedersenSuite() {}

  private static void pair(VectorCase vector) {
    Fields fields = vector.fields(PAIR);
    fields.input("kind");
    fields.expect(
        "hash",
        StarknetForms.FELT,
        PedersenHash.hash(fields.in("a", StarknetForms.FELT), fields.in("b", StarknetForms.FELT)));
  }

  private static void elements(VectorCase vector) {
    Fields fields = vector.fields(ELEMENTS);
    fields.input("kind");
    fields.expect(
        "hash",
        StarknetForms.FELT,
        PedersenHash.hashOnElements(fields.in("data", Forms.list(StarknetForms.FELT))));
  }
}
