// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.abi.Signature;
import io.crossline.core.json.JsonObject;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the arguments of functions are written. The names are not always the declaration's: vectors
 * use the fields of their steps.
 */
final class AbiArgumentNames {
  private static final Map<String, List<String>> STEP_FIELDS =
      Map.of(
          "sendContractXnetMessage", List.of("envelope"),
          "handleIpcMessage", List.of("envelope"),
          "applyCrossMessages", List.of("messages"),
          "execBottomUpMsgBatch", List.of("messages"),
          "commitCheckpoint", List.of("checkpoint"),
          "approveSubnet", List.of("subnet"),
          "rejectApprovedSubnet", List.of("subnet"),
          "addStake", List.of("amount"),
          "releaseStake", List.of("amount"));

  private AbiArgumentNames() {}

  /** The form of a function's arguments, as an object of a case writes them. */
  static Form<AbiValue> form(Signature function, JsonObject written) {
    AbiType.Tuple parameters = function.parameters();
    if (isFlat(parameters, written)) {
      return Forms.mapped(
          AbiForms.of(parameters.components().get(0)),
          value -> AbiValue.tuple(value),
          value -> ((AbiValue.Tuple) value).get(0));
    }
    return AbiForms.named(parameters, names(function, written));
  }

  /** Whether the only argument is a struct whose fields are written in its place. */
  private static boolean isFlat(AbiType.Tuple parameters, JsonObject written) {
    return parameters.components().size() == 1
        && parameters.components().get(0) instanceof AbiType.Tuple struct
        && given(written).size() > 1
        && given(written).size() == struct.components().size();
  }

  private static List<String> given(JsonObject written) {
    List<String> names = new ArrayList<>(written.fields().keySet());
    names.remove(ObjectForm.NOTE);
    return names;
  }

  private static List<String> names(Signature function, JsonObject written) {
    List<AbiType> parameters = function.parameters().components();
    List<String> known = STEP_FIELDS.get(function.name());
    if (known != null && known.size() == parameters.size()) {
      return known;
    }
    List<String> declared =
        function.parameters().names().stream().flatMap(Optional::stream).toList();
    List<String> given = given(written);
    if (declared.size() == parameters.size() && written.fields().keySet().containsAll(declared)) {
      return declared;
    }
    if (given.size() != parameters.size()) {
      throw written.invalid(
          "must have "
              + parameters.size()
              + " fields, one for each parameter of "
              + function.canonical()
              + ", found "
              + given.size());
    }
    return given;
  }
}
