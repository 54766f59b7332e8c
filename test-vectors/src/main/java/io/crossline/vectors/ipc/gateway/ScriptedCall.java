// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.Frame;
import io.crossline.core.chain.RevertSignal;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.CallResult;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.List;

/**
 * A call that a contract or token of a case makes whenever its script comes to it.
 *
 * @param target whom it calls
 * @param value the coins that go along
 * @param data the calldata
 * @param bubble whether the contract fails with the call
 */
record ScriptedCall(EthAddress target, UInt256 value, Bytes data, boolean bubble) {
  private static final Shape SHAPE =
      Shape.of().in("target", "value", "data", "bubble").optionalExpect("decoded");

  static List<ScriptedCall> readAll(VectorCase vector, JsonValue json) {
    return json.asArray().items().stream().map(item -> read(vector, item.asObject())).toList();
  }

  private static ScriptedCall read(VectorCase vector, JsonObject json) {
    Fields fields = vector.track(json, SHAPE);
    Bytes data = fields.in("data", Forms.BYTES);
    fields
        .expectation("decoded")
        .ifPresent(decoded -> compareDecoded(vector, decoded.asObject(), data, fields));
    return new ScriptedCall(
        fields.in("target", Forms.ADDRESS),
        fields.in("value", Forms.UINT256),
        data,
        fields.in("bubble", Forms.BOOL));
  }

  /** The calldata in words must be that of the same call: {@code {function: arguments}}. */
  private static void compareDecoded(
      VectorCase vector, JsonObject decoded, Bytes data, Fields fields) {
    List<String> names = decoded.fields().keySet().stream().toList();
    if (names.size() != 1) {
      throw decoded.invalid("must have one field, the name of a function, found " + names);
    }
    GatewayOperation<?, ?> operation =
        vector.known(decoded, names.get(0), "function", GatewayOperations.all());
    operation.compareDecoded(decoded.required(names.get(0)), data, fields.differences());
  }

  /**
   * Makes calls one after the other.
   *
   * @param frame the frame of the contract that makes them
   * @param calls the calls
   * @return what the last one returned or reverted with, nothing if there is none
   * @throws RevertSignal if one fails that bubbles
   */
  static Bytes makeAll(Frame frame, List<ScriptedCall> calls) {
    Bytes last = Bytes.EMPTY;
    for (ScriptedCall call : calls) {
      CallResult result = frame.call(call.target, call.value, call.data);
      if (!result.success() && call.bubble) {
        throw new RevertSignal(new RawRevert(result.data()));
      }
      last = result.data();
    }
    return last;
  }
}
