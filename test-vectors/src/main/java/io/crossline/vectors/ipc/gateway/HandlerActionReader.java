// Copyright The Crossline Authors
// SPDX-License-Identifier: Apache-2.0
package io.crossline.vectors.ipc.gateway;

import io.crossline.core.abi.RawRevert;
import io.crossline.core.chain.RevertSignal;
import io.crossline.core.json.JsonObject;
import io.crossline.core.json.JsonValue;
import io.crossline.ipc.CallMsg;
import io.crossline.ipc.IpcAddress;
import io.crossline.messaging.Bytes;
import io.crossline.messaging.Bytes32;
import io.crossline.messaging.EthAddress;
import io.crossline.messaging.UInt256;
import io.crossline.vectors.form.Forms;
import io.crossline.vectors.ipc.EnvelopeForms;
import io.crossline.vectors.suite.Fields;
import io.crossline.vectors.suite.Shape;
import io.crossline.vectors.suite.VectorCase;
import java.util.Map;

/** Reads what the handlers of an exchange do. */
final class HandlerActionReader {
  private static final Shape MODE = Shape.of().in("mode");
  private static final Shape DATA = MODE.in("data");
  private static final Shape NEXT = Shape.of().in("to", "callMsg", "value");

  /**
   * What the recorded contract returns when it has performed a call: a word of zeros, which no
   * field of a script mentions. As the Result handler returns nothing, only calls show it.
   */
  private static final Bytes AFTER_PERFORMING = Bytes32.ZERO.toBytes();

  private static final Kind RETURNS = new Kind(DATA, HandlerActionReader::returns);
  private static final Kind OK = new Kind(MODE, (vector, fields) -> exchange -> Bytes.EMPTY);
  private static final Kind REVERTS = new Kind(DATA, HandlerActionReader::reverts);
  private static final Kind PERFORMS = new Kind(MODE.in("next"), HandlerActionReader::performs);
  private static final Kind REENTERS = new Kind(DATA.in("target"), HandlerActionReader::reenters);

  private static final Map<String, Kind> OF_CALLS =
      Map.of("returns", RETURNS, "reverts", REVERTS, "performs", PERFORMS);
  private static final Map<String, Kind> OF_RESULTS =
      Map.of("ok", OK, "reverts", REVERTS, "performs", PERFORMS, "reenters", REENTERS);

  private record Kind(Shape shape, KindReader reader) {}

  private interface KindReader {
    HandlerAction read(VectorCase vector, Fields fields);
  }

  private HandlerActionReader() {}

  /** What an exchange does with calls. */
  static HandlerAction onCall(VectorCase vector, JsonValue json) {
    return read(vector, json.asObject(), OF_CALLS);
  }

  /** What an exchange does with Results. */
  static HandlerAction onResult(VectorCase vector, JsonValue json) {
    return read(vector, json.asObject(), OF_RESULTS);
  }

  private static HandlerAction read(VectorCase vector, JsonObject json, Map<String, Kind> kinds) {
    Kind kind = vector.named(json, "mode", kinds);
    Fields fields = vector.track(json, kind.shape());
    fields.input("mode");
    return kind.reader().read(vector, fields);
  }

  private static HandlerAction returns(VectorCase vector, Fields fields) {
    Bytes data = fields.in("data", Forms.BYTES);
    return exchange -> data;
  }

  private static HandlerAction reverts(VectorCase vector, Fields fields) {
    Bytes data = fields.in("data", Forms.BYTES);
    return exchange -> {
      throw new RevertSignal(new RawRevert(data));
    };
  }

  private static HandlerAction performs(VectorCase vector, Fields fields) {
    Fields next = fields.fields("next", NEXT);
    IpcAddress to = next.in("to", EnvelopeForms.IPC_ADDRESS);
    CallMsg callMsg = next.in("callMsg", GatewayForms.CALL_MSG);
    UInt256 value = next.in("value", Forms.UINT256);
    return exchange -> {
      exchange.perform(to, callMsg, value);
      return AFTER_PERFORMING;
    };
  }

  private static HandlerAction reenters(VectorCase vector, Fields fields) {
    EthAddress target = fields.in("target", Forms.ADDRESS);
    Bytes data = fields.in("data", Forms.BYTES);
    return exchange -> {
      exchange.call(target, data);
      return Bytes.EMPTY;
    };
  }
}
