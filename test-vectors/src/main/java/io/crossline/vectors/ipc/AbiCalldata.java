// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Signature;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.ipc.abi.ContractFunctions;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Cases of calldata, with what came of the call. */
final class AbiCalldata {
  private static final Shape SHAPE =
      Shape.of()
          .in("kind")
          .both("signature", "calldata", "decoded")
          .expect("function", "selector")
          .optionalExpect("returnData", "returns", "revertData", "value");

  /** The one field of {@code decoded} that is not in the calldata: which child's actor called. */
  private static final String CHILD = "child";

  private AbiCalldata() {}

  static void run(VectorCase vector) {
    Fields fields = vector.fields(SHAPE);
    fields.input("kind");
    Optional<IpcFunction<?, ?>> known =
        AbiSignatures.function(vector.json().required("function").asText());
    AbiSignatures.declared(fields, known)
        .ifPresent(
            signature -> {
              AbiValue.Tuple arguments = arguments(fields, signature, decoded(fields));
              fields.compared("calldata");
              fields.compared("decoded");
              known.ifPresent(function -> typed(fields, function));
              answer(fields, known, signature, arguments);
              value(fields, signature, arguments);
            });
  }

  private static JsonObject decoded(Fields fields) {
    JsonObject decoded = fields.input("decoded").asObject();
    Map<String, JsonValue> rest = new LinkedHashMap<>(decoded.fields());
    JsonValue child = rest.remove(CHILD);
    if (child != null) {
      child.asText();
    }
    return new JsonObject(decoded.place(), rest);
  }

  /**
   * Compares calldata and arguments in both directions.
   *
   * @return the arguments that the calldata has, or if it does not decode those that the case gives
   */
  static AbiValue.Tuple arguments(Fields fields, Signature signature, JsonObject written) {
    Form<AbiValue> form = AbiArgumentNames.form(signature, written);
    Bytes calldata = fields.in("calldata", Forms.BYTES);
    try {
      AbiValue.Tuple decoded = AbiCoder.decodeCall(signature, calldata);
      int before = fields.differences().found().size();
      form.compare(written, decoded, fields.differences());
      if (fields.differences().found().size() == before) {
        encoded(fields, signature, decoded);
      }
      return decoded;
    } catch (AbiDecodeException e) {
      AbiValue.Tuple given = (AbiValue.Tuple) form.read(written);
      encoded(fields, signature, given);
      return given;
    }
  }

  private static void encoded(Fields fields, Signature signature, AbiValue.Tuple arguments) {
    AbiValue[] values = arguments.values().toArray(AbiValue[]::new);
    fields.expect("calldata", Forms.BYTES, AbiCoder.encodeCall(signature, values));
  }

  /** The typed codec of the function must read the calldata and write the same again. */
  static <A, R> void typed(Fields fields, IpcFunction<A, R> function) {
    A arguments;
    Bytes calldata = fields.in("calldata", Forms.BYTES);
    try {
      arguments = function.decodeCall(calldata);
    } catch (MalformedInputException e) {
      fields.differs("calldata", "does not decode: " + e.getMessage());
      return;
    }
    fields.expect("calldata", Forms.BYTES, function.encodeCall(arguments));
  }

  private static void answer(
      Fields fields,
      Optional<IpcFunction<?, ?>> known,
      Signature signature,
      AbiValue.Tuple arguments) {
    fields
        .expectation("returnData")
        .ifPresent(
            data -> {
              IpcFunction<?, ?> function =
                  known.orElseThrow(
                      () -> data.invalid("what " + signature.canonical() + " returns is unknown"));
              fields
                  .expectation("returns")
                  .ifPresent(returns -> AbiReturns.encoded(fields, function.outputs(), returns));
              AbiReturns.typed(fields, function);
            });
    fields
        .expectation("revertData")
        .ifPresent(data -> AbiReverts.check(fields, signature, arguments, Forms.BYTES.read(data)));
  }

  /**
   * The coins that a gateway sends along when it calls a contract are the envelope's value, or none
   * where the value is tokens. In calls by others they are input.
   */
  private static void value(Fields fields, Signature signature, AbiValue.Tuple arguments) {
    if (!fields.has("value")) {
      return;
    }
    UInt256 sent = Forms.UINT256.read(fields.expectation("value").orElseThrow());
    if (signature.equals(ContractFunctions.HANDLE_IPC_MESSAGE.signature()) && !sent.isZero()) {
      AbiValue value = ((AbiValue.Tuple) arguments.get(0)).get(3);
      fields.expect("value", Forms.UINT256, ((AbiValue.Number) value).value());
    }
  }

  /** The form of what a function returns: one value as it is, several by name. */
  static Form<AbiValue> returned(AbiType.Tuple outputs) {
    if (outputs.components().size() == 1) {
      return Forms.mapped(
          AbiForms.of(outputs.components().get(0)),
          value -> AbiValue.tuple(value),
          value -> ((AbiValue.Tuple) value).get(0));
    }
    return AbiForms.named(outputs, AbiForms.names(outputs));
  }
}
