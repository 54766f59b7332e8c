// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.CustomError;
import io.crossline.core.abi.Signature;
import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.messaging.MalformedInputException;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cases of getters. */
final class AbiView {
  private static final Shape PRESENT =
      Shape.of()
          .in("kind")
          .both("signature", "args", "calldata")
          .expect("function", "selector", "outputs", "returnData", "decoded");
  private static final Shape ABSENT =
      Shape.of()
          .in("kind")
          .both("signature", "args", "calldata")
          .expect("function", "selector", "revertData", "error");
  private static final Form<List<String>> TEXTS = Forms.list(Forms.TEXT);

  private AbiView() {}

  static void run(VectorCase vector) {
    boolean absent = vector.json().fields().containsKey("revertData");
    Fields fields = vector.fields(absent ? ABSENT : PRESENT);
    fields.input("kind");
    Optional<IpcFunction<?, ?>> known =
        AbiSignatures.function(vector.json().required("function").asText());
    AbiSignatures.declared(fields, known)
        .ifPresent(
            signature -> {
              AbiCalldata.arguments(fields, signature, fields.input("args").asObject());
              fields.compared("calldata");
              fields.compared("args");
              if (absent) {
                absent(fields, known, signature);
              } else {
                known.ifPresent(function -> AbiCalldata.typed(fields, function));
                present(fields, known);
              }
            });
  }

  private static void present(Fields fields, Optional<IpcFunction<?, ?>> known) {
    JsonArray outputs = fields.expectation("outputs").orElseThrow().asArray();
    AbiType.Tuple types =
        known.<AbiType.Tuple>map(IpcFunction::outputs).orElseGet(() -> parsed(outputs));
    fields.expect("outputs", TEXTS, types.declarations());
    JsonValue decoded = fields.expectation("decoded").orElseThrow();
    List<String> names =
        types.components().size() == 1 && types.names().get(0).isEmpty()
            ? List.of("value")
            : AbiForms.names(types);
    AbiReturns.encoded(fields, types, decoded, AbiForms.named(types, names));
    known.ifPresent(function -> AbiReturns.typed(fields, function));
  }

  private static AbiType.Tuple parsed(JsonArray outputs) {
    String types =
        outputs.items().stream().map(JsonValue::asText).collect(Collectors.joining(", ", "(", ")"));
    try {
      return AbiType.parameters(types);
    } catch (MalformedInputException e) {
      throw outputs.invalid(String.valueOf(e.getMessage()));
    }
  }

  /** What the gateway does not have, its diamond refuses by the selector. */
  private static void absent(
      Fields fields, Optional<IpcFunction<?, ?>> known, Signature signature) {
    JsonObject error = fields.object().required("error").asObject();
    Fields expected = fields.fields("error", RevertExpectation.shape(error));
    if (known.isPresent()) {
      fields.differs("revertData", "the gateway has " + signature.canonical());
      return;
    }
    CustomError revert = IpcError.FUNCTION_NOT_FOUND.revert(AbiValue.fixed(signature.selector()));
    fields.expect("revertData", Forms.BYTES, revert.data());
    RevertExpectation.compare(expected, revert);
  }
}
