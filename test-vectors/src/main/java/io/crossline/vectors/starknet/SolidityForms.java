// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.starknet;

import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.json.JsonArray;
import io.crossline.core.json.JsonValue;
import io.crossline.starknet.Int256;
import io.crossline.vectors.form.AbiTypeForms;
import io.crossline.vectors.form.Differences;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.form.ObjectForm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How values of the Solidity types of the core contract's functions are written. */
final class SolidityForms extends AbiTypeForms {
  private static final SolidityForms CASES = new SolidityForms();

  private SolidityForms() {}

  /** Arguments as an object, by the names of the parameters. */
  static Form<AbiValue> arguments(AbiType.Tuple parameters, List<String> names) {
    ObjectForm.Builder<AbiValue> form = ObjectForm.of();
    for (int i = 0; i < names.size(); i++) {
      int index = i;
      form.field(
          names.get(i),
          parameters.components().get(i).fold(CASES),
          value -> ((AbiValue.Tuple) value).get(index));
    }
    return form.build(
        read ->
            AbiValue.tuple(names.stream().map(name -> read.get(name, AbiValue.class)).toList()));
  }

  /** Results as an array, in order. */
  static Form<AbiValue> results(AbiType.Tuple types) {
    return new ResultsForm(types);
  }

  @Override
  public Form<AbiValue> uint(AbiType.UInt type) {
    return Forms.mapped(
        Forms.UINT256, AbiValue::number, value -> ((AbiValue.Number) value).value());
  }

  @Override
  public Form<AbiValue> integer(AbiType.Int type) {
    return Forms.mapped(
        StarknetForms.INT256,
        number -> AbiValue.number(number.bits()),
        value -> new Int256(((AbiValue.Number) value).value()));
  }

  @Override
  public Form<AbiValue> tuple(AbiType.Tuple type) {
    return results(type);
  }

  /** An array of values of several types. */
  private static final class ResultsForm implements Form<AbiValue> {
    private final List<Form<AbiValue>> forms;

    ResultsForm(AbiType.Tuple types) {
      forms = types.components().stream().<Form<AbiValue>>map(type -> type.fold(CASES)).toList();
    }

    @Override
    public AbiValue read(JsonValue json) {
      JsonArray array = array(json);
      List<AbiValue> values = new ArrayList<>();
      for (int i = 0; i < forms.size(); i++) {
        values.add(forms.get(i).read(array.items().get(i)));
      }
      return AbiValue.tuple(values);
    }

    @Override
    public void compare(JsonValue expected, AbiValue actual, Differences differences) {
      JsonArray array = array(expected);
      for (int i = 0; i < forms.size(); i++) {
        forms.get(i).compare(array.items().get(i), ((AbiValue.Tuple) actual).get(i), differences);
      }
    }

    private JsonArray array(JsonValue json) {
      JsonArray array = json.asArray();
      if (array.items().size() != forms.size()) {
        throw json.invalid("must have " + forms.size() + " values, found " + array.items().size());
      }
      return array;
    }

    @Override
    public String write(AbiValue value) {
      List<AbiValue> values = ((AbiValue.Tuple) value).values();
      List<String> written = new ArrayList<>();
      for (int i = 0; i < forms.size(); i++) {
        written.add(forms.get(i).write(values.get(i)));
      }
      return written.stream().collect(Collectors.joining(",", "[", "]"));
    }
  }
}
