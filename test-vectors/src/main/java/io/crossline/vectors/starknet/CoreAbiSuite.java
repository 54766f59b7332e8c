// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Signature;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.MalformedInputException;
import io.crossline.messaging.UInt256;
import io.crossline.starknet.l1.CoreOperation;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.Suite;
import io.crossline.vectors.suite.VectorCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code starknet.abi}: calldata of the core contract and what came back. Calldata and arguments
 * are compared in both directions, with the generic coder and with the typed operation. Then the
 * calldata is given to a contract {@linkplain CoreAbiState in a fitting state}, through both faces.
 * Cases that are {@code raw} are calldata with a fault: see {@link CoreAbiRaw}.
 *
 * <p>Thread-safe: it keeps nothing between two cases.
 */
public final class CoreAbiSuite {
  /** The suite. */
  public static final Suite SUITE = Suite.of("starknet.abi", CoreAbiSuite::run);

  private static final Shape SHAPE =
      Shape.of()
          .both("function", "signature", "args", "calldata")
          .optionalIn("caller", "value")
          .optionalExpect("returnData", "returns");

  private CoreAbiSuite() {}

  private static void run(VectorCase vector) {
    if (vector.json().optional("raw").isPresent()) {
      CoreAbiRaw.run(vector);
      return;
    }
    Fields fields = vector.fields(SHAPE);
    Bytes calldata = fields.in("calldata", Forms.BYTES);
    Optional<CoreAbi> known = CoreAbi.of(calldata);
    Optional<AbiValue.Tuple> arguments = arguments(fields, calldata, known);
    if (arguments.isPresent() && known.isPresent() && fields.differences().isEmpty()) {
      call(fields, calldata, known.get(), new CoreArguments(arguments.get()));
    } else {
      unknown(fields, known);
    }
    List.of("function", "signature", "args", "calldata").forEach(fields::compared);
  }

  /**
   * Compares names, calldata and arguments.
   *
   * @return the arguments, if there is a function and the calldata decodes
   */
  private static Optional<AbiValue.Tuple> arguments(
      Fields fields, Bytes calldata, Optional<CoreAbi> known) {
    Optional<Signature> given = signature(fields);
    Optional<Signature> signature = known.map(CoreAbi::signature).or(() -> given);
    if (signature.isEmpty()) {
      return Optional.empty();
    }
    Signature function = signature.get();
    if (given.isPresent()) {
      fields.expect("signature", Forms.TEXT, function.canonical());
    }
    fields.expect("function", Forms.TEXT, function.name());
    Form<AbiValue> form =
        SolidityForms.arguments(
            function.parameters(), known.map(CoreAbi::names).orElseGet(() -> given(fields)));
    try {
      AbiValue.Tuple decoded = AbiCoder.decodeCall(function, calldata);
      if (fields.expect("args", form, decoded)) {
        fields.expect("calldata", Forms.BYTES, encoded(function, decoded));
      }
      return Optional.of(decoded);
    } catch (AbiDecodeException e) {
      if (given.map(function::equals).orElse(false)) {
        AbiValue.Tuple written = (AbiValue.Tuple) form.read(fields.input("args"));
        fields.expect("calldata", Forms.BYTES, encoded(function, written));
      } else {
        fields.differs("calldata", "does not decode: " + e.getMessage());
      }
      return Optional.empty();
    }
  }

  private static Optional<Signature> signature(Fields fields) {
    try {
      return Optional.of(Signature.parse(fields.in("signature", Forms.TEXT)));
    } catch (MalformedInputException e) {
      fields.differs("signature", "no signature: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** The names of the arguments of a function that is not the contract's. */
  private static List<String> given(Fields fields) {
    List<String> names = new ArrayList<>(fields.input("args").asObject().fields().keySet());
    names.remove(ObjectForm.NOTE);
    return names;
  }

  private static Bytes encoded(Signature function, AbiValue.Tuple arguments) {
    return AbiCoder.encodeCall(function, arguments.values().toArray(AbiValue[]::new));
  }

  /** What a function returns that is not the contract's cannot be known. */
  private static void unknown(Fields fields, Optional<CoreAbi> known) {
    for (String field : List.of("returnData", "returns")) {
      Optional<JsonValue> expected = fields.expectation(field);
      if (expected.isPresent() && known.isEmpty() && fields.differences().isEmpty()) {
        throw expected.get().invalid("what this function returns is unknown");
      }
    }
    fields.optionalIn("caller", Forms.ADDRESS);
    fields.optionalIn("value", Forms.UINT256);
  }

  private static void call(
      Fields fields, Bytes calldata, CoreAbi function, CoreArguments arguments) {
    EthAddress caller = fields.optionalIn("caller", Forms.ADDRESS).orElse(CoreAbiState.OPERATOR);
    UInt256 value = fields.optionalIn("value", Forms.UINT256).orElse(UInt256.ZERO);
    String name = function.signature().name();
    TwinCores cores =
        new CoreAbiState().found(name, arguments, caller, returned(fields, function)).build();
    cores.mint(caller, value);
    Optional<CoreOperation<?>> operation = CoreOperation.decode(calldata, cores.core().rules());
    if (operation.isPresent()) {
      fields.expect("calldata", Forms.BYTES, operation.get().calldata(cores.core().rules()));
      TwinCores.Answer answer = cores.transact(caller, value, operation.get());
      TwinCores.agree(answer, fields.object(), fields.differences());
      answered(fields, function, answer.coded().fold((data, logs) -> data, revert -> Bytes.EMPTY));
    } else {
      Bytes data =
          cores
              .call(caller, value, calldata, List.of())
              .fold((returned, logs) -> returned, revert -> Bytes.EMPTY);
      answered(fields, function, data);
      CoreAbiViews.read(name, arguments, cores.core())
          .ifPresent(typed -> typed(fields, function, data, typed));
    }
  }

  /** What the case says was returned, as far as it can be read. */
  private static Optional<CoreArguments> returned(Fields fields, CoreAbi function) {
    return fields
        .expectation("returnData")
        .flatMap(data -> decoded(function.outputs(), Forms.BYTES.read(data)))
        .map(CoreArguments::new);
  }

  private static Optional<AbiValue.Tuple> decoded(AbiType.Tuple types, Bytes data) {
    try {
      return Optional.of(AbiCoder.decode(types, data));
    } catch (AbiDecodeException notWhatTheFunctionReturns) {
      return Optional.empty();
    }
  }

  private static void answered(Fields fields, CoreAbi function, Bytes data) {
    fields.expect("returnData", Forms.BYTES, data);
    if (fields.has("returns")) {
      decoded(function.outputs(), data)
          .ifPresentOrElse(
              values -> fields.expect("returns", SolidityForms.results(function.outputs()), values),
              () -> fields.differs("returns", "the call gave " + data));
    }
  }

  private static void typed(Fields fields, CoreAbi function, Bytes data, AbiValue.Tuple typed) {
    Bytes written = AbiCoder.encode(function.outputs(), typed);
    if (!written.equals(data)) {
      fields
          .differences()
          .add(fields.object(), "the same through both faces", written + ", by calldata " + data);
    }
  }
}
