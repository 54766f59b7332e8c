// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.json.JsonValue;
import io.crossline.core.json.JsonWriter;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.CairoParameters;
import io.crossline.starknet.Felt;
import io.crossline.starknet.cairo.CairoJson;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code starknet.cairo-calldata}: values of Cairo types as JSON, and the calldata that they are,
 * both ways. The file has the structs and enums as the ABI of a class has them.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class CairoCalldataSuite {
  /** The suite. */
  public static final Suite SUITE =
      new Suite() {
        @Override
        public String name() {
          return "starknet.cairo-calldata";
        }

        @Override
        public Set<String> headerFields() {
          return SerdeSuite.SUITE.headerFields();
        }

        @Override
        public void run(VectorCase vector) {
          CairoCalldataSuite.run(vector);
        }
      };

  private static final Shape SHAPE = Shape.of().in("parameters").both("values").expect("calldata");
  private static final Form<List<Felt>> FELTS = Forms.list(StarknetForms.FELT);

  private CairoCalldataSuite() {}

  private static void run(VectorCase vector) {
    Fields fields = vector.fields(SHAPE);
    CairoParameters parameters =
        new CairoParameters(SerdeSuite.types(vector, fields.input("parameters").asArray()), 1);
    JsonValue given = fields.input("values");
    List<Object> values = new ArrayList<>();
    given.asArray().items().forEach(value -> values.add(CairoJson.read(value)));
    List<Felt> calldata;
    try {
      calldata = parameters.write(values);
    } catch (MalformedInputException refused) {
      fields.differs("calldata", refused.getMessage());
      fields.expectation("values");
      return;
    }
    fields.expect("calldata", FELTS, calldata);
    // Where the calldata is as expected, reading what was written is reading what is expected.
    Object read = CairoJson.write(parameters.read(calldata));
    fields.expectation("values");
    if (!JsonWriter.write(read).equals(JsonWriter.write(given))) {
      fields.differs("values", JsonWriter.write(read));
    }
  }
}
