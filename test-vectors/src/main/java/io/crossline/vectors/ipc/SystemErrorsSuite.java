// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.CustomError;
import io.crossline.core.abi.ErrorCatalogue;
import io.crossline.core.abi.EvmRevert;
import io.crossline.core.abi.Panic;
import io.crossline.core.abi.Require;
import io.crossline.core.abi.Signature;
import io.crossline.core.json.JsonValue;
import io.crossline.core.json.Suggestion;
import io.crossline.ipc.IpcError;
import io.crossline.ipc.ResultMsgAbi;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.ResultMsg;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ipc.system-errors}: the data of errors, in both directions, and results that carry one.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class SystemErrorsSuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("ipc.system-errors", SystemErrorsSuite::run);

  private static final Shape ERROR =
      Shape.of()
          .both("error", "args", "data")
          .expect("selector")
          .optionalExpect("signature", "reasonIndex", "length");
  private static final Shape REQUIRE = Shape.of().both("revert", "data").expect("selector");
  private static final Shape PANIC = Shape.of().both("panic", "data").expect("selector");
  private static final Shape RESULT = Shape.of().both("resultMsg", "encoded");
  private static final Form<Integer> COUNT = Forms.number(0, Integer.MAX_VALUE);

  private SystemErrorsSuite() {}

  private static void run(VectorCase vector) {
    Map<String, JsonValue> fields = vector.json().fields();
    if (fields.containsKey("error")) {
      customError(vector.fields(ERROR));
    } else if (fields.containsKey("revert")) {
      require(vector.fields(REQUIRE));
    } else if (fields.containsKey("panic")) {
      panic(vector.fields(PANIC));
    } else {
      result(vector.fields(RESULT));
    }
  }

  private static void customError(Fields fields) {
    Optional<Signature> declared = signature(fields);
    if (declared.isEmpty()) {
      fields.differs("signature", "no signature");
      return;
    }
    Signature signature = declared.get();
    Form<AbiValue> form =
        AbiForms.named(signature.parameters(), ErrorNames.of(signature.parameters()));
    fields.expect("signature", Forms.TEXT, signature.canonical());
    fields.expect("error", Forms.TEXT, signature.name());
    EvmRevert decoded = decoded(fields, ErrorCatalogue.of(signature));
    if (decoded instanceof CustomError error) {
      if (fields.expect("args", form, error.arguments())) {
        custom(fields, error);
      }
    } else {
      custom(fields, new CustomError(signature, (AbiValue.Tuple) fields.in("args", form)));
    }
    List.of("args", "data", "selector", "reasonIndex", "length").forEach(fields::compared);
  }

  private static void custom(Fields fields, CustomError error) {
    encoded(fields, error);
    fields.expect("length", COUNT, error.data().size());
    if (fields.has("reasonIndex")) {
      AbiValue reason = error.arguments().get(0);
      fields.expect(
          "reasonIndex",
          COUNT,
          Math.toIntExact(((AbiValue.Number) reason).value().longValueExact()));
    }
  }

  /**
   * Our declaration of the error, or for an error of another contract the one that the case gives.
   */
  private static Optional<Signature> signature(Fields fields) {
    String name = fields.in("error", Forms.TEXT);
    Optional<IpcError> known = IpcError.byName(name);
    if (known.isPresent()) {
      return known.map(IpcError::signature);
    }
    Optional<Signature> given = given(fields, name);
    return given
        .flatMap(signature -> IpcError.byName(signature.name()))
        .map(IpcError::signature)
        .or(() -> given);
  }

  private static Optional<Signature> given(Fields fields, String name) {
    JsonValue given =
        fields
            .expectation("signature")
            .orElseThrow(
                () ->
                    fields
                        .input("error")
                        .invalid(
                            "unknown error \""
                                + name
                                + "\" without a signature. "
                                + Suggestion.instead(
                                    name,
                                    Arrays.stream(IpcError.values())
                                        .map(IpcError::errorName)
                                        .toList())));
    try {
      return Optional.of(Signature.parse(given.asText()));
    } catch (MalformedInputException e) {
      return Optional.empty();
    }
  }

  private static void require(Fields fields) {
    encoded(fields, new Require(fields.in("revert", Forms.TEXT)));
    EvmRevert decoded = decoded(fields, ErrorCatalogue.EMPTY);
    if (decoded instanceof Require require) {
      fields.expect("revert", Forms.TEXT, require.reason());
    } else {
      fields.differs("revert", decoded.description());
    }
  }

  private static void panic(Fields fields) {
    encoded(fields, new Panic(fields.in("panic", Forms.UINT256)));
    EvmRevert decoded = decoded(fields, ErrorCatalogue.EMPTY);
    if (decoded instanceof Panic panic) {
      fields.expect("panic", Forms.UINT256, panic.code());
    } else {
      fields.differs("panic", decoded.description());
    }
  }

  private static void encoded(Fields fields, EvmRevert revert) {
    Bytes data = revert.data();
    fields.expect("data", Forms.BYTES, data);
    fields.expect("selector", Forms.SELECTOR, data.truncate(4));
  }

  private static EvmRevert decoded(Fields fields, ErrorCatalogue catalogue) {
    return EvmRevert.decode(fields.in("data", Forms.BYTES), catalogue);
  }

  private static void result(Fields fields) {
    ResultMsg result = fields.in("resultMsg", EnvelopeForms.RESULT_MSG);
    Bytes encoded = fields.in("encoded", Forms.BYTES);
    fields.expect("encoded", Forms.BYTES, ResultMsgAbi.encode(result));
    ResultMsg decoded;
    try {
      decoded = ResultMsgAbi.decode(encoded);
    } catch (AbiDecodeException e) {
      fields.differs("resultMsg", "does not decode: " + e.getMessage());
      return;
    }
    fields.expect("resultMsg", EnvelopeForms.RESULT_MSG, decoded);
  }
}
