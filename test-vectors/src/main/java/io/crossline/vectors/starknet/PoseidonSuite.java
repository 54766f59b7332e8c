// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.starknet.Felt;
import io.crossline.starknet.hash.PoseidonHash;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * {@code starknet.poseidon}: the Poseidon hash of one felt, of two and of a list, and the
 * permutation.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class PoseidonSuite {
  private static final Form<List<Felt>> FELTS = Forms.list(StarknetForms.FELT);
  private static final Shape DATA = Shape.of().in("kind", "data").expect("hash");
  private static final Shape STATE = Shape.of().in("kind", "state").expect("permuted");
  private static final int WIDTH = 3;

  /** The suite. */
  public static final Suite SUITE =
      Suite.of(
          "starknet.poseidon",
          "kind",
          Map.of(
              "single", vector -> hash(vector, 1, data -> PoseidonHash.hash(data.get(0))),
              "pair",
                  vector -> hash(vector, 2, data -> PoseidonHash.hash(data.get(0), data.get(1))),
              "many", vector -> hash(vector, -1, PoseidonHash::hashMany),
              "permutation", PoseidonSuite::permutation));

  private PoseidonSuite() {}

  private static void hash(VectorCase vector, int size, Function<List<Felt>, Felt> hash) {
    Fields fields = vector.fields(DATA);
    fields.input("kind");
    List<Felt> data = fields.in("data", FELTS);
    require(fields, "data", size < 0 || data.size() == size, size);
    fields.expect("hash", StarknetForms.FELT, hash.apply(data));
  }

  private static void permutation(VectorCase vector) {
    Fields fields = vector.fields(STATE);
    fields.input("kind");
    List<Felt> state = fields.in("state", FELTS);
    require(fields, "state", state.size() == WIDTH, WIDTH);
    fields.expect(
        "permuted", FELTS, PoseidonHash.permutation(state.get(0), state.get(1), state.get(2)));
  }

  private static void require(Fields fields, String name, boolean fits, int size) {
    if (!fits) {
      throw fields.object().required(name).invalid("must have " + size + " felts");
    }
  }
}
