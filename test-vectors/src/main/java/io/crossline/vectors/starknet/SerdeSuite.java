// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.MalformedInputException;
import io.crossline.starknet.CairoParameters;
import io.crossline.starknet.CairoReadException;
import io.crossline.starknet.CairoType;
import io.crossline.starknet.Felt;
import io.crossline.starknet.cairo.CairoAbi;
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
 * {@code starknet.l2-serde}: what a handler's parameters read of a payload, or the panic data
 * before its first line. The file has the structs and enums as the ABI of a class has them.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class SerdeSuite {
  /** The suite. */
  public static final Suite SUITE =
      new Suite() {
        @Override
        public String name() {
          return "starknet.l2-serde";
        }

        @Override
        public Set<String> headerFields() {
          return Set.of(TYPES);
        }

        @Override
        public void run(VectorCase vector) {
          SerdeSuite.run(vector);
        }
      };

  private static final String TYPES = "types";
  private static final Shape SHAPE = Shape.of().in("parameters", "payload", "expect");
  private static final Shape EXPECT = Shape.of().optionalExpect("encodedAgain", "panic");
  private static final Form<List<Felt>> FELTS = Forms.list(StarknetForms.FELT);

  /** from_address is the first parameter of a handler. */
  private static final int FIRST_PARAMETER = 2;

  private SerdeSuite() {}

  private static void run(VectorCase vector) {
    Fields fields = vector.fields(SHAPE);
    List<CairoType<?>> types = types(vector, fields.input("parameters").asArray());
    CairoParameters parameters = new CairoParameters(types, FIRST_PARAMETER);
    List<Felt> payload = fields.in("payload", FELTS);
    Fields expect = fields.fields("expect", EXPECT);
    if (expect.has("encodedAgain") == expect.has("panic")) {
      throw expect.object().invalid("must have one of encodedAgain and panic");
    }
    List<Object> values;
    try {
      values = parameters.read(payload);
    } catch (CairoReadException doesNotFit) {
      if (expect.has("panic")) {
        expect.expect("panic", FELTS, doesNotFit.panic());
      } else {
        expect.differs("encodedAgain", doesNotFit.getMessage());
      }
      return;
    }
    if (expect.has("panic")) {
      expect.differs("panic", "read " + values);
    } else {
      expect.expect("encodedAgain", FELTS, parameters.write(values));
    }
  }

  /** The types that a list names, by the ABI of the file. */
  static List<CairoType<?>> types(VectorCase vector, JsonArray names) {
    CairoAbi abi =
        CairoAbi.of(
            vector
                .header()
                .optional(TYPES)
                .orElseGet(() -> new JsonArray(names.place(), List.of())));
    List<CairoType<?>> types = new ArrayList<>();
    for (JsonValue name : names.items()) {
      try {
        types.add(abi.type(name.asText()));
      } catch (MalformedInputException unknown) {
        throw name.invalid(unknown.getMessage());
      }
    }
    return types;
  }
}
