// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc;

import io.crossline.core.abi.AbiCoder;
import io.crossline.core.abi.AbiDecodeException;
import io.crossline.core.abi.AbiType;
import io.crossline.core.abi.AbiValue;
import io.crossline.core.json.JsonValue;
import io.crossline.ipc.abi.IpcFunction;
import io.crossline.messaging.Bytes;
import io.crossline.vectors.form.Form;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;

/** Return data, in both directions. */
final class AbiReturns {
  private AbiReturns() {}

  /** Compares return data with what a case says it means. */
  static void encoded(Fields fields, AbiType.Tuple outputs, JsonValue returns) {
    encoded(fields, outputs, returns, AbiCalldata.returned(outputs));
  }

  static void encoded(
      Fields fields, AbiType.Tuple outputs, JsonValue returns, Form<AbiValue> form) {
    Bytes data = Forms.BYTES.read(fields.object().required("returnData"));
    try {
      form.compare(returns, AbiCoder.decode(outputs, data), fields.differences());
    } catch (AbiDecodeException e) {
      AbiValue.Tuple given = (AbiValue.Tuple) form.read(returns);
      fields.expect("returnData", Forms.BYTES, AbiCoder.encode(outputs, given));
    }
  }

  /** The typed codec of the function must read the return data and write the same again. */
  static <A, R> void typed(Fields fields, IpcFunction<A, R> function) {
    Bytes data = Forms.BYTES.read(fields.object().required("returnData"));
    R returned;
    try {
      returned = function.decodeReturn(data);
    } catch (AbiDecodeException e) {
      fields.differs("returnData", "does not decode: " + e.getMessage());
      return;
    }
    fields.expect("returnData", Forms.BYTES, function.encodeReturn(returned));
  }
}
